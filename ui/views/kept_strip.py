"""The strip over a form: what one was typing here before, offered back, never put in silently."""

from collections.abc import Callable

from ui.widgets.banner import Banner


class KeptStrip(Banner):
    """`tell` it the line to show; an empty line hides the strip."""

    def __init__(self, go_on: Callable[[], object], discard: Callable[[], object]) -> None:
        super().__init__("info")
        self.go_on = self.add_action("kept_form.go_on", go_on)
        self.discard = self.add_action("kept_form.discard", discard)
