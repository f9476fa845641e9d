import type { BinaryNode } from '@whiskeysockets/baileys';
import { announcement } from './announcement.ts';
import { createCorrespondent } from './correspondent.ts';
import { type Ending, endingNode } from './ending.ts';
import { uploadedIn } from './key-bundle.ts';
import { createRegistration, type Registration } from './registration.ts';
import { createSession, type Session } from './session.ts';
import { openStream } from './stream.ts';
import { serveWebSockets, type Wire } from './web-socket.ts';
import { openWorld } from './world.ts';

/** By which path a device has logged in, and by which the one had come that lost its connection to it. */
export type LogIn = { path: string; over: string | undefined };

/**
 * WhatsApp on this machine, for the real client: handshake, linking by QR and by code, keys, messages both ways under real
 * Signal, files, receipts, what waited while the device was away, and every way in which a connection ends. It knows what
 * the client of today asks; that WhatsApp itself would take us, it cannot prove.
 */
export const openWhatsApp = async (now: () => Date = () => new Date()) => {
  const world = await openWorld(now);
  const sessions = new Set<Session>();
  const registrations = new Set<Registration>();
  const wires = new Set<Wire>();
  const faults: unknown[] = [];
  const paths = new WeakMap<Session, string>();
  const logIns: LogIn[] = [];
  let came = 0;
  let mostAtOnce = 0;
  let atLogin: Ending | undefined;
  let silent = false;
  let ticksLost = false;

  const logIn = (session: Session, path: string) => {
    let over: string | undefined;
    for (const other of sessions)
      if (other.device === session.device) {
        over = paths.get(other);
        other.stream.send(endingNode('replaced'));
        other.stream.close();
        sessions.delete(other);
      }
    sessions.add(session);
    paths.set(session, path);
    logIns.push({ path, over });
    mostAtOnce = Math.max(mostAtOnce, sessions.size);
    session.begin();
  };

  const connected = (wire: Wire) => {
    came += 1;
    wires.add(wire);
    wire.ended(() => wires.delete(wire));
    let inside: Session | Registration | undefined;
    openStream(
      wire,
      (payload, stream) => {
        const device = world.devices.find(payload.device);
        if (payload.devicePairingData) {
          const registration = createRegistration(payload.devicePairingData, stream, world);
          inside = registration;
          registrations.add(registration);
          stream.ended(() => registrations.delete(registration));
          return registration.begin();
        }
        if (atLogin || !device) {
          stream.send(endingNode(atLogin ?? { failure: 401 }));
          return stream.close();
        }
        const session = createSession(device, stream, world);
        inside = session;
        stream.ended(() => sessions.delete(session));
        logIn(session, wire.path);
      },
      (said) => (silent || (ticksLost && said.tag === 'receipt') ? undefined : inside?.heard(said)),
      (error) => faults.push(error),
    );
  };

  const door = await serveWebSockets(connected);
  return {
    url: door.url,
    /** Where files lie, and by what the client sends them there. */
    files: world.files,
    office: world.office,
    devices: world.devices,
    unanswered: world.unanswered,
    /** What went wrong in the server itself: a test that ends with any is no test. */
    faults: (): readonly unknown[] => faults,
    /** How many connections have come, and how many devices are logged in. */
    came: () => came,
    online: () => sessions.size,
    mostAtOnce: () => mostAtOnce,
    /** Every login so far. */
    logIns: (): readonly LogIn[] => logIns,
    /** By which path the device that is logged in has come. */
    livePath: () => [...sessions].filter((session) => session.isLive()).map((one) => paths.get(one))[0],
    isLive: () => [...sessions].some((session) => session.isLive()),
    /** Links a device by the keys that it would hand in, without a screen between them. */
    adopt: (upload: BinaryNode) => {
      const uploaded = uploadedIn(upload);
      const device = world.devices.link(uploaded.bundle);
      device.add(uploaded);
      return device;
    },
    /** The office's phone scans a QR. */
    scan: (qr: string): boolean => [...registrations].some((one) => one.scan(qr)),
    /** The office's phone is given a code. */
    type: async (code: string): Promise<boolean> => {
      for (const one of registrations) if (await one.type(code)) return true;
      return false;
    },
    person: (id: number, name = 'Sri') =>
      createCorrespondent(world.settle(id, name), world, {
        bring: (device, message) => {
          device.mailbox.put(message);
          for (const session of sessions) if (session.device === device) session.bring(message);
        },
        tell: (device, receipt) => {
          for (const session of sessions) if (session.device === device) session.stream.send(receipt);
        },
      }),
    /** Messages to somebody are refused with a code, only the next one if `once`, or taken again. */
    refuse: (lid: string, code?: string, once = false) => {
      if (code === undefined) world.refused.delete(lid);
      else world.refused.set(lid, code);
      if (once) world.refusedOnce.add(lid);
    },
    /** Messages of the device arrive, and it hears nothing of that. */
    loseWords: (are: boolean) => {
      world.wordsLost = are;
    },
    /** Tells the device something about its account, by the name of the operation. */
    announce: (operation: string, data: object) => {
      for (const { stream } of sessions) stream.send(announcement(operation, data, world.now()));
    },
    /** Every login ends so, until told otherwise. */
    endLogins: (ending?: Ending) => {
      atLogin = ending;
    },
    /** Takes what comes and answers nothing, as a server behind a broken line. */
    fallSilent: (is: boolean) => {
      silent = is;
    },
    /** What the device ticks off gets lost on the way. */
    loseTicks: (are: boolean) => {
      ticksLost = are;
    },
    /** Ends every connection, and says why. */
    end: (ending: Ending) => {
      for (const { stream } of sessions) {
        stream.send(endingNode(ending));
        stream.close();
      }
      sessions.clear();
    },
    /** Every connection is gone, as when a cable is pulled. */
    cut: () => {
      for (const wire of wires) wire.cut();
    },
    close: async () => {
      await door.close();
      await world.files.close();
    },
  };
};

export type WhatsApp = Awaited<ReturnType<typeof openWhatsApp>>;
