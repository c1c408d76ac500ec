"""Words around the special procedures."""

from django.utils.translation import gettext_lazy as _

from .entry import Entry

EXPERTS = (
    Entry(
        "special-procedures",
        _("Special procedures"),
        _("Independent experts whom the Council appoints to report and advise on a theme or on a country."),
        "source-conversation",
        (
            _(
                "Four things to do with them: share information, meet them when they visit your country,"
                " give input to"
                " their reports, and alert them to cases by an urgent appeal or a letter of allegation."
            ),
        ),
        ("mandate", "communication", "country-visit", "call-for-input"),
    ),
    Entry(
        "mandate",
        _("Mandate"),
        _("The task that a resolution of the Council gives to an expert or a working group: a theme or a country."),
        "source-conversation",
        (_("A mandate runs for some years and is then renewed, changed or ended by a new resolution."),),
    ),
    Entry(
        "mandate-holder",
        _("Mandate holder"),
        _("The person who does the work of a mandate. The person changes, the mandate stays."),
        "sp-terms-of-office",
    ),
    Entry(
        "special-rapporteur",
        _("Special Rapporteur"),
        _(
            "The usual form of a mandate: one independent expert. Other forms are called Independent Expert or"
            " Working Group."
        ),
        "source-conversation",
    ),
    Entry(
        "working-group",
        _("Working Group (of experts)"),
        _("A mandate that is held by a group of experts instead of one."),
        "wgad-methods",
        see=("wgad", "wgeid"),
    ),
    Entry(
        "communication",
        _("Communication"),
        _(
            "A letter. Experts write one to a government about a case or a law; treaty bodies use the word"
            " for a complaint."
        ),
        "sp-communications",
        see=("urgent-appeal", "letter-of-allegation", "individual-communication"),
    ),
    Entry(
        "urgent-appeal",
        _("Urgent appeal"),
        _("A letter of experts to a government about harm that is under way or about to happen."),
        "sp-form-guidance",
    ),
    Entry(
        "letter-of-allegation",
        _("Letter of allegation"),
        _("A letter of experts to a government about harm that has already happened."),
        "sp-form-guidance",
    ),
    Entry(
        "other-letter",
        _("Letter on a law or practice"),
        _("A letter of experts to a government about a law, a bill, a policy or a practice. It needs no victim."),
        "sp-form-guidance",
    ),
    Entry(
        "wgad",
        _("Working Group on Arbitrary Detention (WGAD)"),
        _("Experts who may say in a public opinion whether a person's detention is arbitrary."),
        "wgad-methods",
        (_("It has a form of its own and is a little more formal than other mandates."),),
    ),
    Entry(
        "wgeid",
        _("Working Group on Enforced or Involuntary Disappearances (WGEID)"),
        _(
            "Experts who pass the search for a missing person on to the State. Relatives, or those who act"
            " with their agreement, may turn to it."
        ),
        "wgeid-procedures",
        see=("ced-urgent-action",),
    ),
    Entry(
        "country-visit",
        _("Country visit"),
        _(
            "A journey of an expert to a State that has invited the expert. NGOs can suggest one and meet"
            " the expert during it."
        ),
        "sp-country-visits",
        see=("standing-invitation",),
    ),
    Entry(
        "standing-invitation",
        _("Standing invitation"),
        _("A State's promise to say yes, in principle, to visits of every expert on a theme."),
        "sp-country-visits",
    ),
    Entry(
        "call-for-input",
        _("Call for input"),
        _("An expert's published questions for a coming report, with a deadline. Anyone may answer."),
        "sp-calls-for-input",
    ),
    Entry(
        "mediation",
        _("Mediation"),
        _("An expert speaks with the government and those concerned, to help them find a way out."),
        "source-conversation",
    ),
)
