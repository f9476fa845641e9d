import type { Chat, ChatEvent } from './chat.ts';
import type { Shown } from './shown.ts';
import type { Desk } from './world.ts';

/** A chat as it is read: what stands there now, what happens next. */
export function reading({ world }: Desk, chat: Chat) {
  return {
    /** Every message, oldest first, deleted ones marked. */
    messages: (): Shown[] => [...chat.messages.values()].map((one) => ({ ...one })),
    last: (): Shown | undefined => {
      const last = [...chat.messages.values()].findLast(({ from }) => from === 'bot');
      return last && { ...last };
    },
    /** Whether the bot seems to be writing: for 25 seconds or until it speaks. */
    typing: (): boolean => chat.typingUntil > world.clock.now(),
    subscribe(listener: (event: ChatEvent) => void): () => void {
      chat.listeners.add(listener);
      return () => void chat.listeners.delete(listener);
    },
    /** Forgets what the bot has said so far, so that `next()` waits for something new. */
    catchUp(): void {
      chat.unread = [];
    },
    /**
     * The next thing the bot says here, in order and each only once; what came before the question counts too.
     * Rejects after `timeoutMs` of real time.
     */
    next: (timeoutMs = 5000): Promise<Shown> => nextWord(chat, timeoutMs),
  };
}

function nextWord(chat: Chat, timeoutMs: number): Promise<Shown> {
  const waiting = chat.unread.shift();
  if (waiting) return Promise.resolve(waiting);
  return new Promise((resolve, reject) => {
    const reader = {
      take(message: Shown) {
        clearTimeout(timer);
        resolve(message);
      },
    };
    const timer = setTimeout(() => {
      chat.readers = chat.readers.filter((other) => other !== reader);
      reject(new Error(`the bot said nothing to ${chat.person.name} in ${timeoutMs} ms`));
    }, timeoutMs);
    chat.readers.push(reader);
  });
}
