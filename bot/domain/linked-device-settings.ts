import type { AgencySettings } from './agency.ts';

/** What an agency decides about its linked device: how many messages it sends in a day at most. */
export type LinkedDeviceSettings = { dailyMost: number };

/** Our proposal: a busy counter's day by hand, well below what led to bans elsewhere. */
const usual: LinkedDeviceSettings = { dailyMost: 600 };

/** The settings as an agency has them. */
export const linkedDeviceOf = ({
  linkedDevice,
}: Pick<AgencySettings, 'linkedDevice'>): LinkedDeviceSettings => ({
  ...usual,
  ...linkedDevice,
});

/** A setting of the linked device as an operator types it: `read` gives what it changes, or `undefined` for what it may not be. */
export type KnownLinkedDeviceSetting = {
  name: `linked-device.${string}`;
  /** What it may be, in words. */
  allowed: string;
  read: (text: string) => Partial<LinkedDeviceSettings> | undefined;
  said: (now: LinkedDeviceSettings) => string;
};

/** Each by its name; above five thousand a day no hand would keep up. */
export const knownLinkedDeviceSettings: readonly KnownLinkedDeviceSetting[] = [
  {
    name: 'linked-device.daily-most',
    allowed: '50 to 5000',
    read: (text) => {
      const dailyMost = /^[1-9]\d{1,3}$/.test(text) ? Number(text) : 0;
      return dailyMost >= 50 && dailyMost <= 5000 ? { dailyMost } : undefined;
    },
    said: ({ dailyMost }) => `${dailyMost}`,
  },
];
