import { messages } from '../messages';

export const files = messages({});
