import type { Log } from '../../log.ts';

const channel = 'whatsapp-linked';

/** A phone that sends a message again does so within moments (milliseconds). */
export const askAfter = 60_000;

/** So many that nobody could open within so long are a fault of ours and not of one phone (milliseconds). */
const alarmCount = 3;
const alarmWithin = 600_000;

/** A message that nobody could open: who wrote it, and its id. */
export type Unopened = { from: string; id: string };

/**
 * Watches over messages that nobody could open. The sender's phone sends them again by itself; where one has not come after a
 * minute its sender is asked, and when there are many the operator is told.
 */
export const createUnopenedWatch = ({
  log,
  now,
  ask,
  wait = askAfter,
}: {
  log: Pick<Log, 'error'>;
  now: () => Date;
  ask: (what: Unopened) => Promise<unknown>;
  wait?: number;
}) => {
  const asking = new Map<string, NodeJS.Timeout>();
  const asked = new Set<Promise<unknown>>();
  let recent: number[] = [];
  const nameOf = ({ from, id }: Unopened): string => `${from}/${id}`;

  const askNow = (what: Unopened): void => {
    asking.delete(nameOf(what));
    const done = ask(what)
      .catch(() => log.error({ event: 'linked-message-unasked', channel }))
      .finally(() => asked.delete(done));
    asked.add(done);
  };

  const opened = (what: Unopened): void => {
    clearTimeout(asking.get(nameOf(what)));
    asking.delete(nameOf(what));
  };

  return {
    /** It came, and nobody could open it. */
    unopened: (what: Unopened): void => {
      opened(what);
      asking.set(
        nameOf(what),
        setTimeout(() => askNow(what), wait),
      );
      const at = now().getTime();
      recent = [...recent.filter((one) => at - one < alarmWithin), at];
      if (recent.length < alarmCount) return;
      log.error({ event: 'linked-messages-unopened', channel, count: recent.length });
      recent = [];
    },
    /** It has come again and was opened. */
    opened,
    end: async (): Promise<void> => {
      for (const timer of asking.values()) clearTimeout(timer);
      asking.clear();
      await Promise.all(asked);
    },
  };
};

export type UnopenedWatch = ReturnType<typeof createUnopenedWatch>;
