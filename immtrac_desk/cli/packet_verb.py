"""The verb that prints the sample packet of the site agreement."""

import click

from immtrac_desk.cli.doorway import Place, answer, json_option
from immtrac_desk.cli.paper_verbs import written
from immtrac_desk.domain.agreement import ApplicationKind

_KINDS = [kind.value for kind in ApplicationKind]


@click.command()
@click.argument("kind", type=click.Choice(_KINDS))
@click.option("--language", required=True, type=click.Choice(["en", "es"]))
@click.option("--sample", is_flag=True, help="Fill it for the invented sample organization.")
@click.option("--out", required=True, type=Place(dir_okay=False, writable=True))
@json_option
def packet(kind: str, language: str, sample: bool, out: str, as_json: bool) -> None:
    """Write the packet of the site agreement as a PDF, for an invented organization."""
    if not sample:
        raise click.UsageError("without a vault there is only the --sample packet")
    from immtrac_desk.law.questions import built_in, open_questions
    from immtrac_desk.paperwork.packet_sample import sample_answers, sample_packet

    questions = open_questions(built_in(), sample_answers(language))
    pdf = sample_packet(ApplicationKind(kind), language, questions)
    written(pdf, out)
    told = {"file": out, "kind": kind, "language": language, "bytes": len(pdf)}
    answer(told, as_json, lambda: [out])
