"""The contract as files: the OpenAPI document of the API, and what is generated from it."""
