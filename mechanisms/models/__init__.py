"""The tables of facts: what is true, and since when."""

from .council import CouncilMembership, CouncilSession
from .dated import Confidence, DatedFact, DateStatus, PartialDates, Precision, SourcedFact
from .mandates import CallForInput, Mandate, MandateContact, MandateHolder, MandateTheme
from .named import Link, Named
from .rechecks import RecheckInterval
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
    "CallForInput",
    "Confidence",
    "CouncilMembership",
    "CouncilSession",
    "DateStatus",
    "DatedFact",
    "FactText",
    "Link",
    "Mandate",
    "MandateContact",
    "MandateHolder",
    "MandateTheme",
    "Named",
    "PartialDates",
    "PendingUpload",
    "Precision",
    "RecheckInterval",
    "RegionalBody",
    "RegionalMembership",
    "Route",
    "RouteReading",
    "RouteRequirement",
    "RouteRule",
    "RouteStatement",
    "SameMatter",
    "Source",
    "SourcedFact",
    "State",
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
]
