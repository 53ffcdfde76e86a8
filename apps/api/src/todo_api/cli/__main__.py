from todo_api.cli import main

if __name__ == "__main__":  # uvicorn's workers import this module too
    main()
