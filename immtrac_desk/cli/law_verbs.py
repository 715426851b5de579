"""The verb that asks the law: which form, and who may sign it."""

import re
from datetime import date

import click

from immtrac_desk.cli.doorway import answer, json_option
from immtrac_desk.domain.words import Has, Intent, Who
from immtrac_desk.errors import InputError
from immtrac_desk.law.forms import FormFacts
from immtrac_desk.law.forms import which_form as form_for
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.signers import SignerFacts, may_sign

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class IsoDate(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day, or fail the call."""
        if isinstance(value, date):
            return value
        try:
            # fromisoformat alone would also take weeks, and days written without dashes.
            return date.fromisoformat(str(value) if _DAY.fullmatch(str(value)) else "")
        except ValueError:
            self.fail("not a day like 2026-11-22", param, ctx)


def _words(values: type[Has] | type[Intent] | type[Who]) -> click.Choice[str]:
    return click.Choice([str(word.value) for word in values])


@click.command("which-form")
@click.option("--birth", required=True, type=IsoDate(), help="The client's birth date.")
@click.option("--on", required=True, type=IsoDate(), help="The signing day.")
@click.option("--has", type=_words(Has), default="none", help="The consent on file.")
@click.option("--intent", type=_words(Intent), default="join", help="What the person wants.")
@click.option("--as", "who", type=_words(Who), help="As what somebody wants to sign.")
@json_option
def which_form(
    birth: date, on: date, has: str, intent: str, who: str | None, as_json: bool
) -> None:
    """Say which form the law asks for, who signs it, and by which row (DT-1 to DT-3)."""
    if birth > on:
        raise InputError("date.before_birth", "on")
    settings = LawSettings()
    advice = form_for(FormFacts(born_on=birth, has=Has(has), intent=Intent(intent)), on, settings)
    told: dict[str, object] = {
        "form": advice.form.stock_no if advice.form else None,
        "signer": advice.signer if advice.form else None,
        "row": advice.row,
        "citation": advice.citation,
    }
    if who is not None:
        verdict = may_sign(SignerFacts(born_on=birth, who=Who(who)), on, settings)
        told |= {"may_sign": verdict.may.value, "signer_row": verdict.row}
    answer(told, as_json, lambda: [f"{key}: {value}" for key, value in told.items()])
