import type { World } from './world';

/** Placeholder until the consultation's commands are tied in. */
export async function seedConsultation(_world: World, _staff: { officer: string }): Promise<void> {}
