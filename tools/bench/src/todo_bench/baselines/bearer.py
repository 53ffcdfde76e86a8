"""The user of a request to FastAPI, as its tutorial on security has it: the token is verified each time."""

from typing import Annotated

import jwt
from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from todo_bench.baselines.tokens import claims_of


async def get_user(request: Request, token: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]) -> str:
    try:
        return str(claims_of(token.credentials, request.app.state.secret)["sub"])
    except jwt.InvalidTokenError as error:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"}) from error


User = Annotated[str, Depends(get_user)]
