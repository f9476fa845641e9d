import { expect } from 'vitest';
import { readEnv } from '../../env.ts';
import { openTestHall, type TestHall } from '../../testing/hall.ts';
import { connectLinkedDevice } from '../connect.ts';
import { manners } from '../sending/index.ts';
import { linkOn } from './on-whatsapp.ts';
import { test as onWhatsApp } from './on-whatsapp-test.ts';
import { until } from './watched-library.ts';

type Given = { hall?: TestHall['hall']; patience?: number; lookAgain?: number };

/** A test that has a whole house too, and the office's number is linked to that. */
export const test = onWhatsApp
  .extend('house', async ({ onTestFinished }) => {
    const house = await openTestHall();
    onTestFinished(house.close);
    return house;
  })
  .extend('whatsApp', async ({ house, unlinked }) => {
    await linkOn(unlinked, house.hall.database);
    return unlinked;
  })
  /** Connects the house to WhatsApp, with a hand that does not hesitate. */
  .extend('connect', ({ house, whatsApp, onTestFinished }) => async (given: Given = {}) => {
    const { hall = house.hall, lookAgain = manners.lookAgain, patience } = given;
    const env = readEnv({ WHATSAPP_LINKED_DEVICE: '1', WHATSAPP_LINKED_DEVICE_URL: whatsApp.url });
    const connection = connectLinkedDevice(env, hall, {
      media: async () => 0,
      after: () => {},
      manners: { ...manners, dice: () => 0, lookAgain },
      ...(patience !== undefined && { patience }),
    });
    if (!connection) throw new Error('the linked device is off');
    onTestFinished(connection.stop);
    expect(await connection.begin()).toBeUndefined();
    await until(() => whatsApp.isLive());
    return connection;
  });
