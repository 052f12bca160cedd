"""The scenarios of an online shop's day: what a customer wants, or what it is time to say."""

from __future__ import annotations

STANDARD = (
    "greet.first", "greet.returning", "greet.busy", "greet.off_hours", "greet.are_you_there",
    "ask.need", "ask.size", "ask.usage", "ask.hesitation",
    "product.in_stock", "product.sold_out", "product.quality", "product.real_photos",
    "product.color_difference", "product.smell", "product.size_chart", "product.care",
    "product.compare",
    "recommend.one", "recommend.related", "recommend.undecided", "recommend.new_arrival",
    "recommend.last_piece",
    "bargain.decline", "bargain.promotion", "bargain.value", "bargain.concede",
    "bargain.too_expensive", "bargain.multi_buy", "bargain.returning_customer",
    "bargain.ask_free_shipping", "bargain.gift_instead",
    "price.member", "price.changed", "price.special_excluded", "price.quote",
    "shipping.courier", "shipping.when_ships", "shipping.eta", "shipping.fee",
    "shipping.free_rule", "shipping.merge", "shipping.split", "shipping.remote",
    "shipping.overseas", "shipping.sf_request", "shipping.cod",
    "payment.how", "payment.unpaid_reminder", "payment.card", "payment.closed",
    "verify.address", "verify.items", "verify.address_changed",
    "farewell.deal", "farewell.no_deal",
    "followup.unpaid", "followup.shipped", "followup.delivered_care", "followup.promotion",
    "logistics.query", "logistics.delayed", "logistics.not_received", "logistics.lost",
    "aftersale.missing_item", "aftersale.defect", "aftersale.wrong_item",
    "aftersale.return_policy", "aftersale.return_address", "aftersale.no_collect_freight",
    "aftersale.note_in_parcel", "aftersale.exchange_size", "aftersale.exchange_custom",
    "aftersale.exchange_refused", "aftersale.refund_progress", "aftersale.who_pays_freight",
    "complaint.listen", "complaint.quality", "complaint.description",
    "complaint.misunderstanding", "complaint.service", "complaint.escalate",
    "review.ask_good", "review.thank_good", "review.contact_bad", "review.offer_fix",
    "review.thank_changed", "review.public_explanation",
)  # fmt: skip
"""Ids of all of them, in the order of a conversation. Stable: packs, search and statistics refer
to them."""
