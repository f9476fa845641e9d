import type { Chat, ChatEvent, Kept } from './chat.ts';
import { type Shown, shown } from './shown.ts';
import type { Desk } from './world.ts';

/** A chat as it is read: what stands there now, what happens next. */
export function reading({ world }: Desk, chat: Chat) {
  return {
    /** Every message, oldest first, deleted ones marked. */
    messages: (): Shown[] => [...chat.messages.values()].map(shown),
    last: (): Shown | undefined => {
      const last = [...chat.messages.values()].findLast((kept) => kept.by === 'bot' && !kept.deleted);
      return last && shown(last);
    },
    keyboard: () => chat.keyboard,
    callbackAnswer: () => chat.lastAnswer,
    /** What the bot seems to be doing, for five seconds or until it speaks. */
    action: (): string | undefined => (chat.actionUntil > world.clock.now() ? chat.action : undefined),
    subscribe(listener: (event: ChatEvent) => void): () => void {
      chat.listeners.add(listener);
      return () => void chat.listeners.delete(listener);
    },
    /** Forgets what the bot has said so far, so that `next()` waits for something new. */
    catchUp(): void {
      chat.unread = [];
    },
    /**
     * The next thing the bot says here, a message or an edit, in order and each only once; what came before the
     * question counts too. Rejects after `timeoutMs` of real time.
     */
    next: (timeoutMs = 5000): Promise<Shown> => nextWord(chat, timeoutMs),
  };
}

function nextWord(chat: Chat, timeoutMs: number): Promise<Shown> {
  const waiting = chat.unread.shift();
  if (waiting) return Promise.resolve(shown(waiting));
  return new Promise((resolve, reject) => {
    const reader = {
      take(kept: Kept) {
        clearTimeout(timer);
        resolve(shown(kept));
      },
    };
    const timer = setTimeout(() => {
      chat.readers = chat.readers.filter((other) => other !== reader);
      reject(
        new Error(`the bot said nothing to ${chat.wire.first_name ?? chat.wire.title} in ${timeoutMs} ms`),
      );
    }, timeoutMs);
    chat.readers.push(reader);
  });
}
