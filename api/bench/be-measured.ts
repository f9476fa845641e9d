import { Session } from 'node:inspector/promises';
import type { Ask, Said, Setting } from './subject.ts';

/** What a measured process brings: where it listens, how its tickets are listed, how it ends; `early`: calls that it made while it knew that the platform wants none. */
export type Measured = {
  webhook: string;
  tickets: string;
  early?: () => number;
  stop: () => Promise<void>;
};

const sampleEvery = 200;

/** The measured side of `subject.ts`: opens the service with its setting, and answers until it is told to stop. */
export const beMeasured = async (open: (setting: Setting) => Promise<Measured>): Promise<void> => {
  const {
    webhook,
    tickets,
    early = () => 0,
    stop,
  } = await open(JSON.parse(process.env.BENCH_SETTING ?? '{}'));
  const say = (said: Said) => void process.send?.(said);
  const inspector = new Session();

  const answer = async (ask: Ask): Promise<Said> => {
    switch (ask) {
      case 'usage': {
        const { user, system } = process.cpuUsage();
        return {
          kind: 'usage',
          cpuMicroseconds: user + system,
          rssBytes: process.memoryUsage.rss(),
          early: early(),
        };
      }
      case 'profile':
        inspector.connect();
        await inspector.post('Profiler.enable');
        await inspector.post('Profiler.setSamplingInterval', { interval: sampleEvery });
        await inspector.post('Profiler.start');
        return { kind: 'done' };
      case 'profiled': {
        const { profile } = await inspector.post('Profiler.stop');
        inspector.disconnect();
        return { kind: 'profile', profile: JSON.stringify(profile) };
      }
      case 'stop':
        await stop();
        return { kind: 'done' };
      default:
        ask satisfies never;
        return { kind: 'done' };
    }
  };

  process.on('message', (ask: Ask) => void answer(ask).then(say));
  process.on('disconnect', () => process.exit());
  say({ kind: 'ready', webhook, tickets });
};
