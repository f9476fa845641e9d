/** Stored credentials or a key do not open: another `APP_KEY`, or altered. Starting as somebody new would throw the link away, so nothing starts. */
export class LinkedDeviceUnreadable extends Error {
  constructor(what: string, cause: unknown) {
    super(
      `The linked device's ${what} cannot be opened with this APP_KEY. Bring the key back, or pair again with "npm run pendopo -- whatsapp pair --again".`,
      { cause },
    );
  }
}

/** Another process has written or forgotten this device meanwhile: two owners would break each other's keys, so this one must end. */
export class LinkedDeviceTaken extends Error {
  constructor() {
    super('Another process uses the linked device.');
  }
}
