"""What kind of message the API takes: JSON, and nothing else, wherever something is sent."""

from __future__ import annotations

from fastapi import HTTPException, Request

JSON = "application/json"


async def only_json(request: Request) -> None:
    """Raises 415 for a body that does not say it is JSON."""
    sends = request.headers.get("content-length", "0") != "0" or (
        "transfer-encoding" in request.headers
    )
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "POST" and sends and kind != JSON:
        raise HTTPException(415)
