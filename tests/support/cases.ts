/** How many cases a property is tried with: ten thousand always, ten times as many by `npm run test:deep`. */
export const cases = Number(process.env.CASES ?? 10_000);
