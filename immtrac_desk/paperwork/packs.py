"""The built-in form packs: one for each form, revision and language of the print shop."""

from functools import cache

from immtrac_desk.domain.document import FormPack


@cache
def built_in_packs() -> tuple[FormPack, ...]:
    """Return the packs; `sha256` is over the files of the revision, wording and spec."""
    from forms import catalog  # reads every spec: not at start

    return tuple(
        FormPack(
            stock_no=spec.stock_no,
            language=language,
            revision=spec.revision,
            effective_from=spec.effective_from,
            sha256=catalog.digest(spec),
        )
        for spec in catalog.SPECS
        for language in catalog.languages()
    )
