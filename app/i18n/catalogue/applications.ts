import { messages } from '../messages';

export const applications = messages({});
