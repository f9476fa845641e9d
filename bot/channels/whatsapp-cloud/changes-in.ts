import { type Fields, fields, isFields, listOf, textOf } from '../fields.ts';

/** Whether a payload is a webhook of a WhatsApp account at all; what it holds may still be nothing for us. */
export const isWebhook = (payload: unknown): payload is Fields & { entry: unknown[] } =>
  isFields(payload) && payload.object === 'whatsapp_business_account' && Array.isArray(payload.entry);

/** The changes of one kind in a webhook that concern our number: one delivery may hold several accounts, numbers and kinds. */
export const changesIn = (payload: unknown, account: string, field: string): readonly Fields[] =>
  isWebhook(payload)
    ? listOf(payload.entry)
        .flatMap((entry) => listOf(entry.changes))
        .filter((change) => change.field === field)
        .flatMap((change) => listOf([change.value]))
        .filter((value) => textOf(fields(value.metadata)?.phone_number_id) === account)
    : [];
