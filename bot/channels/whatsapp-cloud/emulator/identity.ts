import type { Chat, Person } from './chat.ts';
import { announce } from './hear.ts';
import { newUserId } from './identifiers.ts';
import type { Desk } from './world.ts';

/**
 * How a person becomes another in Meta's eyes. A new number also brings a new user id. Both come as `system` messages
 * without a contact; shapes as of Meta's corrections of 2026-08-11; the sender of a rotated id is left out, which is inferred.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/system,
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export function identity(desk: Desk, chat: Chat) {
  const { person } = chat;

  function become(next: Pick<Person, 'waId' | 'userId'>): void {
    if (person.waId !== undefined) desk.byNumber.delete(person.waId);
    if (person.userId !== undefined) desk.byUser.delete(person.userId);
    Object.assign(person, next);
    enter(desk, chat);
  }

  const newIds = (userId: string | undefined): object =>
    userId === undefined || person.userId === undefined
      ? {}
      : { user_id: userId, previous_user_id: person.userId };

  return {
    /** Tells the old number and the new one. */
    changeNumber(waId: string, userId = person.userId && newUserId(desk.world.dice)): string {
      const { waId: was, name } = person;
      if (was === undefined) throw new Error(`${name} has no number`);
      const body = `User ${name} changed from ${was} to ${waId}`;
      const system = { body, wa_id: waId, type: 'user_changed_number', ...newIds(userId) };
      const id = announce(desk, { from: was }, system);
      become({ waId, ...(userId !== undefined && { userId }) });
      return id;
    },
    /** A new user id where no number may be shared. */
    rotateId(userId: string = newUserId(desk.world.dice)): string {
      const { userId: was, name } = person;
      if (was === undefined) throw new Error(`${name} has no user id`);
      const body = `User ${name} changed their user id`;
      const id = announce(desk, {}, { body, type: 'user_changed_user_id', ...newIds(userId) });
      become({ userId });
      return id;
    },
    /** From now on both are named together: a number becomes known, or a user id is given. */
    reveal(ids: { waId?: string; userId?: string }): void {
      become(ids);
    },
  };
}

export function enter(desk: Desk, chat: Chat): void {
  const { waId, userId } = chat.person;
  if (waId !== undefined) desk.byNumber.set(waId, chat);
  if (userId !== undefined) desk.byUser.set(userId, chat);
}
