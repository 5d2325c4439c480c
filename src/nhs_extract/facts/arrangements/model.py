"""An arrangement: what organisations do together, and how far they have come with it."""

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from nhs_extract.models import Fact, OrganisationName


class ArrangementType(StrEnum):
    """What organisations do together."""

    MERGER = "merger"
    ACQUISITION = "acquisition"
    GROUP = "group"
    JOINT_LEADERSHIP = "joint_leadership"
    COLLABORATION = "collaboration"
    PROVIDER_COLLABORATIVE = "provider_collaborative"
    MANAGEMENT_CONTRACT = "management_contract"
    SERVICE_TRANSFER = "service_transfer"
    JOINT_VENTURE = "joint_venture"
    SEPARATION = "separation"


class ArrangementStatus(StrEnum):
    """How far an arrangement has come."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    COMPLETED = "completed"
    ABANDONED = "abandoned"
    RULED_OUT = "ruled_out"


class Arrangement(Fact):
    """What an article reports between NHS organisations."""

    table: ClassVar = "arrangements"

    type: ArrangementType = Field(description="What the organisations do together")
    status: ArrangementStatus = Field(description="How far it has come, by the article's own news")
    parties: tuple[OrganisationName, ...] = Field(
        description="Who takes part: an acquirer first, in a transfer the giver first"
    )
    result: OrganisationName | None = Field(
        default=None, description="The organisation or group that comes out, where it has a name"
    )
    effective: str | None = Field(
        default=None, description="When it takes or took effect: ISO date, month or year"
    )
