"""The command `coach`, also as `python -m career_coach`: it looks for shadowed packages where the command cannot start."""

import json
import sys


def main() -> int:
    """Run the command; exit status 1 and one line where a package of the coach is another's."""
    try:
        from agent.terminal.cli import main as run

        return run()
    except (ImportError, AttributeError):
        from career_coach.shadows import REMEDY, shadowed

        if not shadowed():
            raise
        print(f"coach: {shadowed()} {REMEDY}", file=sys.stderr)
        if "--json" in sys.argv:
            print(json.dumps({"error": {"code": "shadowed", "message": shadowed(), "hint": REMEDY}}))
        return 1


if __name__ == "__main__":
    sys.exit(main())
