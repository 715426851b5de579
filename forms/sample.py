"""The sample client: invented, and saying so."""

from forms.answers import Answer, Word
from forms.catalog import spec
from forms.spec import answers_of

_SAMPLE: dict[str, Answer] = {
    "clinic.name": "Sample Clinic (invented)",
    "client.last_name": "Sample-Muestra",
    "client.first_name": "Ana Sofía",
    "client.middle_name": "Invented",
    "client.gender": Word("female"),
    "client.street": "1 Example Street",
    "client.unit": Word("none"),
    "client.city": "Austin",
    "client.state": "TX",
    "client.zip": "78701",
    "client.county": "Travis",
    "client.phone": "(512) 555-0142",
    "client.email": "ana@example.com",
    "mother.first_name": "María",
    "mother.maiden_name": "Invented",
    "race": (Word("white"), Word("american_indian")),
    "ethnicity": Word("hispanic"),
    "signer.relation": "Mother",
    "release.requester": "María Sample-Muestra",
    "release.relation": "Mother",
    "release.address": "1 Example Street, Austin, TX 78701",
    "release.fax": "(512) 555-0143",
}
_MINOR: dict[str, Answer] = {
    "client.birth_date": "03/10/2012",
    "signer.name": "María Sample-Muestra",
    "signer.capacity": Word("parent"),
}
_ADULT: dict[str, Answer] = {
    "client.birth_date": "03/10/1990",
    "signer.name": "Ana Sofía Sample-Muestra",
    "signer.capacity": Word("self"),
    "signer.relation": "Self",
}


def sample_answers(stock_no: str) -> dict[str, Answer]:
    """Return the answers of an invented client for a form; nothing is chosen, nobody has signed.

    Raises ValueError if there is no such form.
    """
    places = {"clinic.name", *answers_of(spec(stock_no))}
    filled = _SAMPLE | (_ADULT if stock_no == "F11-13366" else _MINOR)
    return {key: answer for key, answer in filled.items() if key in places}
