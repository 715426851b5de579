"""The handbook off the shelf: its chapters, and the whole of it as a PDF."""

from forms.handbook.chapter import Chapter


def chapters(language: str) -> tuple[Chapter, ...]:
    """Return every chapter in `en` or `es`. ValueError for another language."""
    from forms.handbook import shelf  # reads every chapter: not at start

    return shelf.chapters(language)


def words(language: str) -> dict[str, str]:
    """Return the words around the chapters: its title, its marks. ValueError as `chapters`."""
    from forms.handbook import shelf

    return dict(shelf.words(language))


def handbook_pdf(language: str) -> bytes:
    """Return the handbook to print. ValueError as `chapters`."""
    from forms.handbook.press import render_handbook  # the press is heavy

    return render_handbook(language)
