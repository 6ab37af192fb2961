"""The typed words of the case file format (version 1.0): every status, kind and code as an enum.

The values are the words of `casefile.schema.json`; the contract's protobuf enums carry the same
names with the message's prefix. Nothing here has behaviour.
"""

from __future__ import annotations

from enum import StrEnum


class Agency(StrEnum):
    """The six agencies that have an adapter. Dienst Toeslagen is a department of
    belastingdienst."""

    BELASTINGDIENST = "belastingdienst"
    UWV = "uwv"
    SVB = "svb"
    DUO = "duo"
    CAK = "cak"
    GEMEENTE = "gemeente"


class Department(StrEnum):
    """A department inside an agency, where it matters who acts."""

    TOESLAGEN = "toeslagen"
    BELASTINGEN = "belastingen"
    WERK_EN_INKOMEN = "werk_en_inkomen"
    SCHULDHULPVERLENING = "schuldhulpverlening"
    BURGERZAKEN = "burgerzaken"
    WMO = "wmo"


class Scheme(StrEnum):
    """The benefit, allowance, tax, contribution, debt or service a record is about."""

    AIO = "aio"
    ADMINISTRATIVE_HEALTH_PREMIUM = "administrative_health_premium"
    AOW = "aow"
    BIJSTAND = "bijstand"
    BIJZONDERE_BIJSTAND = "bijzondere_bijstand"
    CHILD_MAINTENANCE = "child_maintenance"
    COMPENSATION_CHILDCARE_SCANDAL = "compensation_childcare_scandal"
    CONSUMER_CREDIT = "consumer_credit"
    DEBT_COUNSELLING = "debt_counselling"
    ENERGY = "energy"
    HEALTH_INSURANCE = "health_insurance"
    HUURTOESLAG = "huurtoeslag"
    INCOME_TAX = "income_tax"
    KINDERBIJSLAG = "kinderbijslag"
    KINDEROPVANGTOESLAG = "kinderopvangtoeslag"
    KINDGEBONDEN_BUDGET = "kindgebonden_budget"
    MINIMAREGELING = "minimaregeling"
    MOTOR_VEHICLE_TAX = "motor_vehicle_tax"
    NOMINAL_HEALTH_PREMIUM = "nominal_health_premium"
    POSTAL_ADDRESS_REGISTRATION = "postal_address_registration"
    REGISTER_CORRECTION = "register_correction"
    REMISSION = "remission"
    RENT = "rent"
    STUDENT_FINANCE = "student_finance"
    STUDENT_LOAN = "student_loan"
    TRAFFIC_FINE = "traffic_fine"
    TRAVEL_PRODUCT = "travel_product"
    TREATY_HEALTH_CONTRIBUTION = "treaty_health_contribution"
    TURNOVER_TAX = "turnover_tax"
    UNINSURED_FINE = "uninsured_fine"
    WAJONG = "wajong"
    WIA = "wia"
    WMO_SUPPORT = "wmo_support"
    WW = "ww"
    ZIEKTEWET = "ziektewet"
    ZORGTOESLAG = "zorgtoeslag"


class Law(StrEnum):
    """A law by its usual Dutch short title."""

    AWB = "Awb"
    AWIR = "Awir"
    AWR = "AWR"
    AOW = "AOW"
    AKW = "AKW"
    AVG = "AVG"
    BW = "BW"
    FW = "Fw"
    IW_1990 = "IW 1990"
    PW = "Pw"
    RV = "Rv"
    VO_883_2004 = "Vo 883/2004"
    WAHV = "Wahv"
    WAJONG = "Wajong"
    WET_BRP = "Wet BRP"
    WET_IB_2001 = "Wet IB 2001"
    WET_OB_1968 = "Wet OB 1968"
    WET_MRB_1994 = "Wet MRB 1994"
    WET_SUWI = "Wet SUWI"
    WET_HERSTELOPERATIE_TOESLAGEN = "Wet hersteloperatie toeslagen"
    WGS = "Wgs"
    WHT = "Wht"
    WIA = "WIA"
    WKGB = "Wkgb"
    WKO = "Wko"
    WLZ = "Wlz"
    WMO_2015 = "Wmo 2015"
    WSF_2000 = "Wsf 2000"
    WW = "WW"
    WZT = "Wzt"
    ZW = "ZW"
    ZVW = "Zvw"
    VERORDENING = "verordening"


class Urgency(StrEnum):
    """How near the harm is, as the social worker sees it at intake (Wgs art. 4 paragraph 2)."""

    THREATENING = "threatening"
    URGENT = "urgent"
    REGULAR = "regular"


class MemberRole(StrEnum):
    """What a person is to the plan."""

    APPLICANT = "applicant"
    PARTNER = "partner"
    CHILD = "child"
    OTHER_ADULT = "other_adult"
    OUTSIDE_PLAN = "outside_plan"


class RelationKind(StrEnum):
    """A tie between two members."""

    SPOUSE = "spouse"
    PARENT = "parent"


class RelationStatus(StrEnum):
    """Where a marriage or registered partnership stands."""

    TOGETHER = "together"
    APART_BY_DETENTION = "apart_by_detention"
    SEPARATED = "separated"
    DIVORCE_PENDING = "divorce_pending"
    DIVORCED = "divorced"


class AddressKind(StrEnum):
    """Kind of address."""

    HOME = "home"
    ROOM = "room"
    SHELTER = "shelter"
    PRISON = "prison"
    CORRESPONDENCE = "correspondence"
    MARITAL_HOME = "marital_home"


class HousingKind(StrEnum):
    """Where the household lives."""

    INDEPENDENT_RENTAL = "independent_rental"
    ROOM = "room"
    SUPPORTED_ROOM = "supported_room"
    SHELTER = "shelter"
    NONE = "none"


class IncomeKind(StrEnum):
    """Income that none of the six agencies pays."""

    WAGE = "wage"
    PENSION = "pension"
    GIFT = "gift"


class ExpenseKind(StrEnum):
    """What the household spends money on."""

    RENT = "rent"
    HEALTH_PREMIUM = "health_premium"
    OWN_RISK = "own_risk"
    ENERGY = "energy"
    WATER_AND_LEVIES = "water_and_levies"
    FOOD = "food"
    CLOTHING = "clothing"
    HOUSEHOLD_GOODS = "household_goods"
    TRANSPORT = "transport"
    SCHOOL = "school"
    INSURANCE = "insurance"
    TELECOM = "telecom"
    SPORTS = "sports"
    CARE_COSTS = "care_costs"
    CHILD_MAINTENANCE = "child_maintenance"
    SHELTER_CONTRIBUTION = "shelter_contribution"
    UNFORESEEN = "unforeseen"
    OTHER = "other"


class AssetKind(StrEnum):
    """What the household owns."""

    BANK = "bank"
    CASH = "cash"
    CAR = "car"
    REAL_ESTATE_SHARE = "real_estate_share"


class PartyKind(StrEnum):
    """A body without an adapter, whose records the case director keeps."""

    LANDLORD = "landlord"
    ENERGY_SUPPLIER = "energy_supplier"
    HEALTH_INSURER = "health_insurer"
    BAILIFF = "bailiff"
    CJIB = "cjib"
    MAINTENANCE_AGENCY = "maintenance_agency"
    PRIVATE_CREDITOR = "private_creditor"
    FOREIGN_INSTITUTION = "foreign_institution"


class ApplicationStatus(StrEnum):
    """Where something asked stands; not_opened: asked for, but no file was started."""

    OPEN = "open"
    NOT_OPENED = "not_opened"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class EntitlementStatus(StrEnum):
    """Where a right to money stands; eligible: calculated, but neither decided nor paid."""

    IN_PAYMENT = "in_payment"
    SUSPENDED = "suspended"
    ENDED = "ended"
    REFUSED = "refused"
    ELIGIBLE = "eligible"


class Outcome(StrEnum):
    """What a body decided."""

    GRANTED = "granted"
    GRANTED_LOWER = "granted_lower"
    REFUSED = "refused"
    ENDED = "ended"
    SUSPENDED = "suspended"
    RECLAIMED = "reclaimed"
    ASSESSED = "assessed"
    IMPOSED = "imposed"


class Reason(StrEnum):
    """The ground a body gave for an outcome."""

    CONDITIONS_MET = "conditions_met"
    CONDITIONS_NOT_MET = "conditions_not_met"
    INCOME_ABOVE_LIMIT = "income_above_limit"
    ASSETS_ABOVE_LIMIT = "assets_above_limit"
    CULPABLE_UNEMPLOYMENT = "culpable_unemployment"
    WEEKS_NOT_MET = "weeks_not_met"
    NO_REGISTERED_ADDRESS = "no_registered_address"
    NO_TIES_WITH_MUNICIPALITY = "no_ties_with_municipality"
    INSURED_ELSEWHERE = "insured_elsewhere"
    PARTNER_COUNTED = "partner_counted"
    COST_SHARERS_COUNTED = "cost_sharers_counted"
    SPOUSE_WITHOUT_RIGHT = "spouse_without_right"
    IN_DETENTION = "in_detention"
    IN_INSTITUTION = "in_institution"
    AGE_LIMIT = "age_limit"
    SIGNAL_RECEIVED = "signal_received"
    NO_MINIMUM_INCOME_SHOWN = "no_minimum_income_shown"
    POWER_EXCLUDED_BY_LAW = "power_excluded_by_law"
    AMOUNT_TOO_HIGH_PAID = "amount_too_high_paid"
    NO_RETURN_FILED = "no_return_filed"
    NOT_INSURED = "not_insured"
    NOT_ENROLLED = "not_enrolled"
    CO_RESIDENT_COUNTED = "co_resident_counted"


class HarmfulWhen(StrEnum):
    """On which side of its limit a tested fact gives the harmful outcome."""

    ABOVE = "above"
    BELOW = "below"


class ClaimKind(StrEnum):
    """Kind of claim."""

    OVERPAYMENT = "overpayment"
    TAX_ASSESSMENT = "tax_assessment"
    FINE = "fine"
    LOAN = "loan"
    PREMIUM_ARREARS = "premium_arrears"
    RENT_ARREARS = "rent_arrears"
    ENERGY_ARREARS = "energy_arrears"
    PURCHASE = "purchase"
    MAINTENANCE_ARREARS = "maintenance_arrears"


class ClaimStatus(StrEnum):
    """announced: not payable yet; open: payable; in_collection: being collected."""

    ANNOUNCED = "announced"
    OPEN = "open"
    IN_COLLECTION = "in_collection"


class ClaimPartKind(StrEnum):
    """What a claim is made of."""

    PRINCIPAL = "principal"
    INCREASE = "increase"
    COSTS = "costs"
    INTEREST = "interest"


class OverpaymentCause(StrEnum):
    """How too much came to be paid, as recorded."""

    INCOME_CHANGE = "income_change"
    ESTIMATE_DIFFERS = "estimate_differs"
    THIRD_PARTY_RECORDS = "third_party_records"
    NOT_REPORTED = "not_reported"
    LATE_DEREGISTRATION = "late_deregistration"
    DATA_FROM_OTHER_BODY = "data_from_other_body"


class Fault(StrEnum):
    """Whose fault an overpayment is, as the claiming body recorded it."""

    HOUSEHOLD = "household"
    THIS_BODY = "this_body"
    OTHER_BODY = "other_body"
    NONE = "none"
    NOT_ASSESSED = "not_assessed"


class Cover(StrEnum):
    """What a contribution buys."""

    HEALTH_CARE = "health_care"
    SOCIAL_SUPPORT = "social_support"


class RecoveryMethod(StrEnum):
    """How a claim or contribution is taken."""

    SET_OFF = "set_off"
    SOURCE_WITHHOLDING = "source_withholding"
    REDIRECTION = "redirection"
    WAGE_ATTACHMENT = "wage_attachment"
    BENEFIT_ATTACHMENT = "benefit_attachment"
    BANK_ATTACHMENT = "bank_attachment"
    INSTALMENT = "instalment"


class RecoveryStatus(StrEnum):
    """Where a recovery stands."""

    RUNNING = "running"
    ANNOUNCED = "announced"
    ENDED = "ended"


class LoweredBecause(StrEnum):
    """Ground in law for a lower protected amount (Rv 475d, 475e)."""

    NO_REGISTERED_ADDRESS = "no_registered_address"
    NO_INFORMATION_GIVEN = "no_information_given"


class StoppedAct(StrEnum):
    """An act that a hold names as stopped; an act that it does not name goes on."""

    DUNNING = "dunning"
    ENFORCEMENT = "enforcement"
    ATTACHMENT = "attachment"
    SET_OFF = "set_off"
    INTEREST = "interest"


class HoldStatus(StrEnum):
    """Where a hold stands."""

    IN_FORCE = "in_force"
    ASKED = "asked"
    ENDED = "ended"


class FactName(StrEnum):
    """Name of a fact that a body works with or that the household shows."""

    INCOME_YEAR = "income_year"
    INCOME_MONTH = "income_month"
    ASSETS = "assets"
    BIRTH_DATE = "birth_date"
    PARTNER = "partner"
    MAIN_RESIDENCE = "main_residence"
    REGISTERED_ADDRESS = "registered_address"
    POSTAL_ADDRESS = "postal_address"
    INSURED_IN = "insured_in"
    SPOUSE_WITHOUT_RIGHT = "spouse_without_right"
    COST_SHARERS = "cost_sharers"
    WEEKS_WORKED = "weeks_worked"
    WEEKS_ABROAD = "weeks_abroad"
    ENROLLED_UNTIL = "enrolled_until"
    UNABLE_TO_ACT = "unable_to_act"
    REACHABLE = "reachable"
    NEEDS_INTENSIVE_CARE = "needs_intensive_care"
    KEEPS_OWN_HOME = "keeps_own_home"


class FactOrigin(StrEnum):
    """Where a body has a fact from."""

    OWN_INVESTIGATION = "own_investigation"
    OWN_ESTIMATE = "own_estimate"
    DECLARED = "declared"
    BASE_REGISTER = "base_register"
    PAY_ADMINISTRATION = "pay_administration"
    OTHER_BODY = "other_body"
    FOREIGN_INSTITUTION = "foreign_institution"


class Register(StrEnum):
    """A base register."""

    BRP = "brp"


class Certainty(StrEnum):
    """How sure the body is of a fact."""

    REGISTERED = "registered"
    DECLARED = "declared"
    ESTABLISHED = "established"
    ESTIMATED = "estimated"
    DISPUTED = "disputed"


class AmountSource(StrEnum):
    """Who paid a part of an amount."""

    BELASTINGDIENST = "belastingdienst"
    UWV = "uwv"
    SVB = "svb"
    DUO = "duo"
    CAK = "cak"
    GEMEENTE = "gemeente"
    EMPLOYER = "employer"
    OWN_MEANS = "own_means"


class ThreatenedActKind(StrEnum):
    """A harmful act that will follow on a date."""

    COURT_HEARING = "court_hearing"
    EVICTION = "eviction"
    END_OF_BENEFIT = "end_of_benefit"
    END_OF_INSURANCE = "end_of_insurance"
    REPORT_TO_CAK = "report_to_cak"
    RIGHT_LAPSES = "right_lapses"


class AvertingStep(StrEnum):
    """The step of an application that can avert a threatened act."""

    FIRST_TALK = "first_talk"
    DECISION = "decision"


class ThresholdCount(StrEnum):
    """What is counted towards a threatened act."""

    MONTHLY_PREMIUMS_UNPAID = "monthly_premiums_unpaid"


class DutyKind(StrEnum):
    """Something a member had to do."""

    FILE_RETURN = "file_return"
    DEREGISTER_SCHOOL = "deregister_school"
    STOP_TRAVEL_PRODUCT = "stop_travel_product"
    REPORT_CHANGE = "report_change"


class DutyStatus(StrEnum):
    """Where a duty stands."""

    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"


class NoticeDirection(StrEnum):
    """In or out, seen from the body that holds the notice."""

    RECEIVED = "received"
    SENT = "sent"


class NoticeKind(StrEnum):
    """Kind of message."""

    CHANGE_REPORT = "change_report"
    LETTER = "letter"
    SIGNAL = "signal"
    DECISION_LETTER = "decision_letter"
    FORM_REQUEST = "form_request"


class NoticeStatus(StrEnum):
    """Where an outgoing message stands."""

    SENT = "sent"
    NOT_SENT = "not_sent"
    RETURNED = "returned"


class HandledAs(StrEnum):
    """How a body filed an incoming message."""

    CHANGE = "change"
    INFORMATION = "information"
    COMPLAINT = "complaint"
    OBJECTION = "objection"


class RecordKind(StrEnum):
    """The twelve kinds of record that a position is made of."""

    APPLICATION = "application"
    ENTITLEMENT = "entitlement"
    DETERMINATION_MADE = "determination_made"
    CLAIM = "claim"
    CONTRIBUTION = "contribution"
    RECOVERY = "recovery"
    HOLD = "hold"
    FACT_USED = "fact_used"
    REFERRAL = "referral"
    THREATENED_ACT = "threatened_act"
    DUTY = "duty"
    NOTICE = "notice"
