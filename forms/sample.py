"""The sample client: invented, and saying so in the language of the sheet."""

from forms.answers import Answer, Word
from forms.catalog import spec
from forms.sheet import Sheet
from forms.spec import answers_of

_SAMPLE: dict[str, Answer] = {
    "client.last_name": "Sample-Muestra",
    "client.first_name": "Ana Sofía",
    "client.gender": Word("female"),
    "client.unit": Word("none"),
    "client.city": "Austin",
    "client.state": "TX",
    "client.zip": "78701",
    "client.county": "Travis",
    "client.phone": "(512) 555-0142",
    "client.email": "ana@example.com",
    "mother.first_name": "María",
    "race": (Word("white"), Word("american_indian")),
    "ethnicity": Word("hispanic"),
    "release.requester": "María Sample-Muestra",
    "release.fax": "(512) 555-0143",
}
_SAID: dict[str, dict[str, Answer]] = {
    "en": {
        "clinic.name": "Sample Clinic (invented)",
        "client.middle_name": "Invented",
        "client.street": "1 Example Street",
        "mother.maiden_name": "Invented",
        "signer.relation": "Mother",
        "release.relation": "Mother",
        "release.address": "1 Example Street\nAustin, TX 78701",
    },
    "es": {
        "clinic.name": "Clínica de muestra (inventada)",
        "client.middle_name": "Inventada",
        "client.street": "Calle Ejemplo 1",
        "mother.maiden_name": "Inventada",
        "signer.relation": "Madre",
        "release.relation": "Madre",
        "release.address": "Calle Ejemplo 1\nAustin, TX 78701",
    },
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
}
_SELF: dict[str, Answer] = {"en": "The client", "es": "La misma persona"}


def sample_answers(stock_no: str, language: str) -> dict[str, Answer]:
    """Return the answers of an invented client for a form, in the words of its language.

    Nothing is chosen, nobody has signed. Raises ValueError if there is no such form or language.
    """
    places = {"clinic.name", *answers_of(spec(stock_no))}
    if language not in _SAID:
        raise ValueError("no such language")
    adult = _ADULT | {"signer.relation": _SELF[language]}
    filled = _SAMPLE | _SAID[language] | (adult if stock_no == "F11-13366" else _MINOR)
    return {key: answer for key, answer in filled.items() if key in places}


def sample_sheet(stock_no: str, language: str) -> Sheet:
    """Return the newest revision of a form for the invented client; it leads to no record."""
    return Sheet(
        stock_no=stock_no,
        revision=spec(stock_no).revision,
        language=language,
        record_id="",
        check="",
        answers=sample_answers(stock_no, language),
    )
