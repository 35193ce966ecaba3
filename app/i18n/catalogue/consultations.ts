import { messages } from '../messages';

export const consultations = messages({});
