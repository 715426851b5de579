"""The words of an offered act."""

from ui.presenters.client import Offer


def offer_words(offer: Offer) -> str:
    """The code of the sentence on its button or in the menu."""
    if offer.form:
        return f"act_form.{offer.form}.title"
    return f"offer.{offer.id}"
