import type { Address } from '../../conversation/inbound.ts';

/** `ID.1349…` of one business portfolio, `ID.ENT.…` of linked ones: a country, then at most 128 letters and digits. */
const scopedShape = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** Whether an id is a business-scoped user id, not a number. */
const isScoped = (id: string): boolean => scopedShape.test(id);

/**
 * Whom a message is for: a number goes as `to`, a business-scoped id as `recipient`
 * (developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids). Some products report
 * that the API takes such an id in `to`; Meta's page is followed until the real API has been asked.
 */
export const recipientOf = ({ id }: Address): { to: string } | { recipient: string } =>
  isScoped(id) ? { recipient: id } : { to: id };
