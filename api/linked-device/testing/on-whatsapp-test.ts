import { test as anyTest, expect } from 'vitest';
import { testDatabase } from '../../../db/testing.ts';
import { openWhatsApp } from '../testing-server/index.ts';
import { type Device, deviceOn, type Given, linkOn } from './on-whatsapp.ts';
import { until } from './watched-library.ts';

/**
 * A test that has a WhatsApp of this machine to itself: what it names is opened for it, and ended after it. It fails when
 * something went wrong in the server, or the client asked what the server does not know.
 */
export const test = anyTest
  .extend('copy', async ({ onTestFinished }) => {
    const copy = await testDatabase();
    onTestFinished(copy.drop);
    return copy;
  })
  /** WhatsApp before the office has linked a device. */
  .extend('unlinked', async ({ onTestFinished }) => {
    const whatsApp = await openWhatsApp();
    onTestFinished(async () => {
      await whatsApp.close();
      expect(whatsApp.faults()).toEqual([]);
      expect(whatsApp.unanswered).toEqual([]);
    });
    return whatsApp;
  })
  .extend('whatsApp', async ({ copy, unlinked }) => {
    await linkOn(unlinked, copy);
    return unlinked;
  })
  /** What waits for the office's device, and what it has ticked off. */
  .extend('mailbox', ({ whatsApp }) => {
    const [device] = whatsApp.devices.all();
    if (!device) throw new Error('no device is linked');
    return device.mailbox;
  })
  .extend('sri', ({ whatsApp }) => whatsApp.person(1))
  .extend('budi', ({ whatsApp }) => whatsApp.person(2))
  /** Makes a device, which has not begun yet. */
  .extend('made', ({ copy, whatsApp, onTestFinished }) => (given?: Given): Device => {
    const device = deviceOn(whatsApp, copy, given);
    onTestFinished(device.stop);
    return device;
  })
  /** Makes a device and begins it; it is connected then. */
  .extend('begun', ({ made, whatsApp }) => async (given?: Given): Promise<Device> => {
    const device = made(given);
    await device.begin();
    await until(() => device.socket() !== undefined && whatsApp.isLive());
    return device;
  })
  .extend('device', ({ begun }) => begun());
