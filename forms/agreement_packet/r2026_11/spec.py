"""What stands in the packet of the site agreement, revision built-in 2026-11."""

from datetime import date

from forms.agreement_packet.spec import KINDS, STEPS, PacketSpec, form_of

_DUTIES = (
    *("confidentiality", "consent_first", "offer_consent", "withdrawal", "client_notes"),
    *("separate_accounts", "hb300_scope", "hb300_training", "hb300_copy"),
    *("hb300_disclosure", "hb300_sale"),
)
_FACTS = ("good_faith", "hipaa", "first_receipt_notice")
_SIGNING = ("sign.organization", "sign.true", "sign.duties", "sign.terms")

SPEC = PacketSpec(
    form=form_of(
        revision="built-in 2026-11",
        folder="agreement_packet/r2026_11",
        effective_from=date(2026, 11, 1),
        sentences={
            "kinds": tuple(f"{part}.{kind}" for kind in KINDS for part in ("title", "subtitle")),
            "what": ("what.title", "what.record", "what.portal", "what.pages"),
            "heads": tuple(
                f"head.{part}"
                for part in ("site", "people", "asked", "changes", "duties", "signing")
            ),
            "people": tuple(f"people.{part}" for part in ("named", "users", "prescribers")),
            "steps": tuple(f"step.{step}" for step in STEPS),
            "asked": ("asked.own", "asked.marks", "asked.doubtful", "asked.nothing"),
            "told": ("told.what_to_expect", "told.review", "told.review_first", "told.signature"),
            "changes": ("changes.first", "changes.none", "changes.some"),
            "duties": ("duties.what", *(f"duty.{one}" for one in (*_DUTIES, *_FACTS))),
            "basis": tuple(f"basis.{one}" for one in (*_DUTIES, *_FACTS)),
            "signing": (*_SIGNING, "sign.title_doubtful"),
            "next": ("next.title", "next.enter", "next.answer", "next.edit"),
        },
    ),
    site=(
        (("name", 8), ("org_type", 4)),
        (("org_code", 4), ("tx_iis_id", 4), ("intent", 4)),
        (("parent_id", 8), ("ownership", 4)),
        (("street", 8), ("unit", 4)),
        (("city", 5), ("state", 1), ("zip_code", 2), ("county", 4)),
        (("other_address", 12),),
        (("phone", 4), ("extension", 2), ("fax", 6)),
        (("email", 8), ("hours", 4)),
        (("npi", 4), ("tin", 4), ("public", 4)),
        (("tvfc", 4), ("tvfc_pin", 4), ("deputizing", 4)),
        (("county_organization", 4), ("assigned_counties", 8)),
        (("state_wide_recall", 6), ("return_without_immunizations", 6)),
        (("exchange", 4), ("exchange_method", 4), ("ehr_vendor", 4)),
    ),
    named=(
        *("signer", "point_of_contact", "primary_contact", "pharmacist_in_charge"),
        *("medical_director", "exchange_contact"),
    ),
    users=(
        *("supervisor", "supervisor_dx", "full_access", "view_only", "school_user"),
        *("payor_user", "administrator"),
    ),
    prescribers=("prescriber", "pharmacist_in_charge"),
    duties=_DUTIES,
    facts=_FACTS,
    signing=_SIGNING,
    doubtful=frozenset(
        {
            *("manner_of_usage", "manner_note", "primary_contact", "exchange_contact"),
            *("npi", "tin", "ownership", "hours", "fax", "other_address", "ehr_vendor"),
            *("exchange_method", "org_type"),
        }
    ),
)
