"""The back door: the same desk for scripts, backups and checks, one answer on standard output."""

import click

from immtrac_desk import __version__
from immtrac_desk.cli.access_verbs import breach, may_see_what
from immtrac_desk.cli.agreement_verbs import agreement, roles
from immtrac_desk.cli.doorway import Doorway
from immtrac_desk.cli.dose_verb import doses
from immtrac_desk.cli.export_verbs import export
from immtrac_desk.cli.handbook_verb import handbook
from immtrac_desk.cli.law_verbs import which_form
from immtrac_desk.cli.letter_verbs import letters, letters_again
from immtrac_desk.cli.list_verbs import lists
from immtrac_desk.cli.packet_verb import packet
from immtrac_desk.cli.paper_verbs import sheet
from immtrac_desk.cli.record_verbs import clients, history
from immtrac_desk.cli.report_verb import report
from immtrac_desk.cli.reporting_verbs import consent_code, report_due
from immtrac_desk.cli.response_verbs import responses
from immtrac_desk.cli.vault_verbs import backup, practice, restore, verify

__all__ = ["main"]


@click.group(cls=Doorway, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="immtrac")
def main() -> None:
    """Consents for the Texas immunization registry, from the command line.

    Passphrases are asked at the terminal, or read as the first line of standard input. Exit
    codes: 0 answered; 1 verify found something; 2 the call was wrong; 3 the vault did not open.
    """


VERBS = (
    practice,
    verify,
    which_form,
    may_see_what,
    breach,
    report_due,
    consent_code,
    responses,
    sheet,
    packet,
    agreement,
    roles,
    clients,
    history,
    lists,
    doses,
    letters,
    letters_again,
    report,
    export,
    handbook,
    backup,
    restore,
)
for verb in VERBS:
    main.add_command(verb)
