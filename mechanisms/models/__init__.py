"""The tables of facts: what is true, and since when."""

from .addresses import Address, AddressKind, Door, DoorState, DoorTheme
from .at_home import NationalInstitution, StandingInvitation
from .committees import CommitteeReview, CommitteeSession, StateReport, calendar_faults
from .council import CouncilMembership, CouncilSession
from .date_sources import DateSource
from .dated import Confidence, DatedFact, DateStatus, PartialDates, Precision, SourcedFact
from .fetched import FetchedPage
from .mandates import CallForInput, Danger, Mandate, MandateContact, MandateHolder, MandateRole, MandateTheme
from .named import Examined, Link, Named
from .pages import PageCheck
from .places import Place
from .proposals import FactBase, FactProposal
from .rechecks import RecheckInterval
from .resolutions import CouncilResolution, Renewal, ResolutionState
from .routes import Route, RouteReading, RouteRequirement, RouteRule, RouteStatement
from .sources import Source
from .states import RegionalBody, RegionalMembership, State
from .supports import Support, SupportRoute, SupportTheme
from .texts import TRANSLATED, FactText, TextKind
from .themes import Theme, ThemeTreaty
from .treaties import SameMatter, StateTreatyLimit, Treaty, TreatyStatus
from .uploads import PendingUpload
from .upr import UprCycle, UprReview, UprSession

__all__ = [
    "TRANSLATED",
    "Address",
    "AddressKind",
    "CallForInput",
    "CommitteeReview",
    "CommitteeSession",
    "Confidence",
    "CouncilMembership",
    "CouncilResolution",
    "CouncilSession",
    "Danger",
    "DateSource",
    "DateStatus",
    "DatedFact",
    "Door",
    "DoorState",
    "DoorTheme",
    "Examined",
    "FactBase",
    "FactProposal",
    "FactText",
    "FetchedPage",
    "Link",
    "Mandate",
    "MandateContact",
    "MandateHolder",
    "MandateRole",
    "MandateTheme",
    "Named",
    "NationalInstitution",
    "PageCheck",
    "PartialDates",
    "PendingUpload",
    "Place",
    "Precision",
    "RecheckInterval",
    "RegionalBody",
    "RegionalMembership",
    "Renewal",
    "ResolutionState",
    "Route",
    "RouteReading",
    "RouteRequirement",
    "RouteRule",
    "RouteStatement",
    "SameMatter",
    "Source",
    "SourcedFact",
    "StandingInvitation",
    "State",
    "StateReport",
    "StateTreatyLimit",
    "Support",
    "SupportRoute",
    "SupportTheme",
    "TextKind",
    "Theme",
    "ThemeTreaty",
    "Treaty",
    "TreatyStatus",
    "UprCycle",
    "UprReview",
    "UprSession",
    "calendar_faults",
]
