"""A worker that may be killed at any moment: takes requests as JSON lines, answers each as one."""

import json
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from agent.session.coach import Coach
from tools.errors import CoachError

_saying = threading.Lock()


def say(**answer: Any) -> None:
    with _saying:
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def work(coach: Coach, request: dict[str, Any]) -> None:
    try:
        if "text" in request:
            reply = coach.ask(request["text"], thread=request["thread"])
        else:
            reply = coach.resume(request["thread"], **request["decision"])
    except CoachError as error:
        say(id=request["id"], error=error.code, message=error.message)
        return
    review = reply.model_dump(mode="json")["review"]
    draft = review["action_requests"][0]["args"]["draft"] if review else None
    say(id=request["id"], status=reply.status, draft=draft)


def main() -> None:
    with Coach() as coach, ThreadPoolExecutor(4) as pool:
        coach.prepare()
        say(ready=True)
        for line in sys.stdin:
            pool.submit(work, coach, json.loads(line))


if __name__ == "__main__":
    main()
