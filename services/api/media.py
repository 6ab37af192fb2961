"""What kind of message the API takes (JSON, wherever something is sent), and which it gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fastapi import HTTPException, Request

JSON = "application/json"
PDF = "application/pdf"


async def only_json(request: Request) -> None:
    """Raises 415 for a body that does not say it is JSON."""
    sends = request.headers.get("content-length", "0") != "0" or (
        "transfer-encoding" in request.headers
    )
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "POST" and sends and kind != JSON:
        raise HTTPException(415)


def wanted(accept: str, offered: Sequence[str]) -> str | None:
    """Which of the offered kinds an Accept header (RFC 9110, 12.5.1) likes best; the first offered
    when it likes several as much, None when it takes none of them."""
    likes = dict(_liked(part) for part in accept.split(",") if part.strip())
    best = max(offered, key=lambda kind: _liking(kind, likes), default=None)
    return best if best is not None and _liking(best, likes) > 0 else None


def _liked(part: str) -> tuple[str, float]:
    kind, *parameters = (each.strip().lower() for each in part.split(";"))
    weights = [each[2:] for each in parameters if each.startswith("q=")]
    try:
        return kind, float(weights[0]) if weights else 1.0
    except ValueError:
        return kind, 0.0


def _liking(kind: str, likes: Mapping[str, float]) -> float:
    """By the most precise range that names this kind."""
    ranges = (kind, f"{kind.partition('/')[0]}/*", "*/*")
    return next((likes[each] for each in ranges if each in likes), 0.0)
