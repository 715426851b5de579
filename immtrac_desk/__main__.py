"""`python -m immtrac_desk`: the back door."""

from immtrac_desk.cli import main

if __name__ == "__main__":
    main()
