import type { Wire } from './message.ts';

/** Marks a message as read and shows that an answer is being written, until it comes or for 25 seconds (page "typing indicators"). */
export const seen = (messageId: string): Wire => ({
  body: {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: messageId,
    typing_indicator: { type: 'text' },
  },
});
