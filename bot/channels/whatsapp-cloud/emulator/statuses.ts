import { type Chat, tell } from './chat.ts';
import { contactOf } from './envelope.ts';
import { lateError, type Refusal } from './refusal.ts';
import type { MessageStatus, Shown } from './shown.ts';
import { type Desk, unixNow } from './world.ts';

/**
 * How news of our messages comes: `read` whether people read at once (else `phone.read()` does it), `order` in which
 * the news arrives, `early` whether the first comes before the call is answered, `everyS` the time between two.
 */
export type StatusHabit = {
  read: boolean;
  order: 'kept' | 'reversed' | 'shuffled';
  early: boolean;
  everyS: number;
};

export const plainHabit: StatusHabit = { read: true, order: 'kept', early: false, everyS: 0.2 };

/** What must be known of a message to tell its later fate. */
export type Sent = {
  id: string;
  shown: Shown | undefined;
  chat: Chat | undefined;
  /** What the call named. */
  to: { waId: string } | { userId: string };
  opaque: string | undefined;
  category: 'service' | 'utility' | 'marketing' | 'authentication';
  /** Whether the window was open, in which service and utility cost nothing. */
  inWindow: boolean;
};

const rank: Record<MessageStatus, number> = { sent: 0, delivered: 1, read: 2, failed: 3 };

/** Tells the news of a message over time; with `early` it resolves when the first has been delivered. */
export async function tellFate(desk: Desk, sent: Sent, habit: StatusHabit): Promise<void> {
  const fate = inOrder(desk, fateOf(sent, habit), habit.order);
  for (const [index, status] of fate.entries()) {
    if (index === 0 && habit.early) await report(desk, sent, status);
    else desk.delivery.later(habit.everyS * (index + 1), () => void report(desk, sent, status));
  }
}

function fateOf({ chat }: Sent, { read }: StatusHabit): MessageStatus[] {
  if (chat?.blocked) return ['sent'];
  return read ? ['sent', 'delivered', 'read'] : ['sent', 'delivered'];
}

function inOrder({ world }: Desk, fate: MessageStatus[], order: StatusHabit['order']): MessageStatus[] {
  switch (order) {
    case 'kept':
      return fate;
    case 'reversed':
      return fate.toReversed();
    case 'shuffled':
      return fate
        .map((status) => ({ status, at: world.dice() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ status }) => status);
    default:
      return order satisfies never;
  }
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status */
export function report(desk: Desk, sent: Sent, status: MessageStatus, why?: Refusal): Promise<void> {
  const { shown, chat } = sent;
  if (shown && chat && (shown.status === undefined || rank[status] > rank[shown.status])) {
    shown.status = status;
    tell(chat, { kind: 'status', id: shown.id, status });
  }
  const content = {
    id: sent.id,
    status,
    timestamp: String(unixNow(desk.world)),
    ...recipient(sent, status),
    ...(sent.opaque !== undefined && { biz_opaque_callback_data: sent.opaque }),
    ...(status !== 'failed' && { pricing: pricing(sent) }),
    ...(why && { errors: [lateError(why)] }),
  };
  const contact = chat && status !== 'failed' ? contactOf(chat.person) : undefined;
  return desk.delivery.emit({ kind: 'status', content, contact });
}

/** A failure names the person only as the call did. */
function recipient({ to, chat }: Sent, status: MessageStatus): object {
  const known = status === 'failed' ? undefined : chat?.person;
  const waId = 'waId' in to ? to.waId : known?.waId;
  const userId = 'userId' in to ? to.userId : known?.userId;
  return {
    ...(waId !== undefined && { recipient_id: waId }),
    ...(userId !== undefined && { recipient_user_id: userId }),
  };
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing */
const pricing = ({ category, inWindow }: Sent): object => {
  const free = category === 'service' || (category === 'utility' && inWindow);
  return {
    billable: !free,
    pricing_model: 'PMP',
    type: free ? 'free_customer_service' : 'regular',
    category,
  };
};
