/** The page that proves a receipt, for whoever holds its number and code. */
export const receiptPath = (number: string, code: string): string => `/receipts/${number}?code=${code}`;

/** The same page by an address short enough to be typed from paper. */
export const shortReceiptPath = (number: string, code: string): string => `/r/${number}/${code}`;

/** The name of the key after this many: keys are numbered as they are made. */
export const keyName = (before: number): string => `receipts-${before + 1}`;
