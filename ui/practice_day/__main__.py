"""`python -m ui.practice_day --out FOLDER`: the practice day, with no screen needed."""

import sys

from ui.practice_day import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
