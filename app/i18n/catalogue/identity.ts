import { messages } from '../messages';

export const identity = messages({});
