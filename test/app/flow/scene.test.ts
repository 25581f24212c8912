import { describe, expect, it } from 'vitest';
import { playScene } from '#app/flow/play-scene.ts';
import type { FlowScene, Story } from '#app/flow/scene.ts';
import * as flows from './scenarios.ts';

function storiesOf(scene: FlowScene): readonly Story['tells'][] {
  return scene.steps.map(({ story }) => story.tells);
}

function storyAt<Tells extends Story['tells']>(
  scene: FlowScene,
  step: number,
  tells: Tells,
): Extract<Story, { tells: Tells }> {
  const story = scene.steps[step - 1]?.story;
  expect(story?.tells).toBe(tells);
  return story as Extract<Story, { tells: Tells }>;
}

function waysOf(scene: FlowScene): readonly string[] {
  return scene.steps.map((step) => (step.kind === 'clock' ? 'clock' : `${step.from} ${step.way} ${step.to}`));
}

describe('a token from the request to the secret', () => {
  const scene = playScene(flows.allowed);

  it('is told in six messages between four actors', () => {
    expect(scene.cast.actors.map(({ id }) => id)).toEqual(['host1/application', 'host1/endpoint', 'entra', 'target1']);
    expect(waysOf(scene)).toEqual([
      'host1/application out host1/endpoint',
      'host1/endpoint out entra',
      'entra back host1/endpoint',
      'host1/endpoint back host1/application',
      'host1/application out target1',
      'target1 back host1/application',
    ]);
    expect(storiesOf(scene)).toEqual([
      'token-asked',
      'entra-asked',
      'token-issued',
      'token-handed',
      'call-made',
      'call-answered',
    ]);
  });

  it('knows the host with its identity, the principal and its role before the first message', () => {
    expect(scene.cast.hosts).toMatchObject([{ kind: 'virtualMachine', name: 'vm-web', systemAssigned: true }]);
    expect(scene.cast.principals).toMatchObject([{ name: 'vm-web', of: 'system', purgeAt: null }]);
    expect(scene.cast.roles).toMatchObject([{ target: 'target1', name: 'Key Vault Secrets User', state: 'effective' }]);
    expect(scene.heldBefore).toEqual([]);
  });

  it('carries the token on answers and on the call, and answers about it once it was shown', () => {
    const carried = scene.steps.map((step) => step.kind === 'message' && step.token !== null);
    const about = scene.steps.map((step) => step.kind === 'message' && step.about !== null);
    expect(carried).toEqual([false, false, true, true, true, false]);
    expect(about).toEqual([false, false, true, true, true, true]);
  });

  it('says who speaks, what is wanted and which role allows it', () => {
    expect(storyAt(scene, 2, 'entra-asked').speaker).toEqual({ name: 'vm-web', of: 'system', gone: false });
    expect(storyAt(scene, 3, 'token-issued').secondsLeft).toBe(86_400);
    expect(storyAt(scene, 5, 'call-made').wanted).toEqual({ kind: 'secret', name: 'db-password' });
    expect(storyAt(scene, 6, 'call-answered').role).toEqual({ name: 'Key Vault Secrets User', at: 'kv-shop' });
  });
});

describe('refusals', () => {
  it('two identities and none named: the endpoint refuses, Entra ID stands by', () => {
    const scene = playScene(flows.severalIdentities);
    expect(storyAt(scene, 2, 'token-refused')).toMatchObject({ status: 400, refusal: 'several-identities' });
    expect(scene.cast.actors.find(({ id }) => id === 'entra')).toMatchObject({ reached: false });
    expect(scene.cast.hosts[0]?.userAssigned.map(({ name }) => name)).toEqual(['id-shop-reader', 'id-shop-writer']);
  });

  it('one of them named by its client ID', () => {
    const scene = playScene(flows.namedIdentity);
    expect(storyAt(scene, 1, 'token-asked').named).toEqual({ name: 'id-shop-writer', by: 'clientId' });
    expect(storyAt(scene, 3, 'token-issued').speaker).toEqual({ name: 'id-shop-writer', of: 'user', gone: false });
  });

  it('no role: the last gate refuses', () => {
    const scene = playScene(flows.noRole);
    expect(storyAt(scene, 6, 'call-refused')).toMatchObject({
      status: 403,
      gate: { gate: 'role', passed: false },
      speaker: { name: 'vm-web' },
      pendingUntil: null,
    });
    expect(scene.cast.roles).toEqual([]);
  });

  it('a role that is not yet effective says from when', () => {
    const scene = playScene(flows.pendingRole);
    expect(scene.cast.roles).toMatchObject([{ state: 'pending' }]);
    expect(storyAt(scene, 6, 'call-refused').pendingUntil).toBe(scene.startsAt + 8 * 60);
  });

  it('a token for another audience, and an audience that nobody knows', () => {
    const scene = playScene(flows.wrongAudience);
    expect(storyAt(scene, 6, 'call-refused')).toMatchObject({ status: 401, gate: { gate: 'audience' } });
    expect(storyAt(scene, 9, 'entra-refused').refusal).toBe('unknown-audience');
    expect(storyAt(scene, 10, 'token-refused').refusal).toBe('unknown-audience');
  });

  it('an app without the proof, and an app without an identity', () => {
    const scene = playScene(flows.webApp);
    expect(storyAt(scene, 6, 'token-refused')).toMatchObject({
      endpoint: 'identityEndpoint',
      refusal: 'proof-missing',
    });
    expect(storyAt(scene, 8, 'not-reached')).toMatchObject({
      reason: 'endpointNotSet',
      host: { name: 'app-bare' },
    });
    expect(scene.cast.hosts.map(({ name }) => name)).toEqual(['app-shop', 'app-bare']);
  });

  it('a laptop asks an endpoint that belongs to a machine, and nobody answers', () => {
    const scene = playScene(flows.fromLaptop);
    expect(waysOf(scene)).toEqual(['laptop/application out host1/endpoint', 'laptop/application lost host1/endpoint']);
    expect(scene.cast.hosts.map(({ kind, name }) => [kind, name])).toEqual([
      ['laptop', ''],
      ['virtualMachine', 'vm-web'],
    ]);
    expect(scene.cast.actors.find(({ id }) => id === 'host1/endpoint')).toMatchObject({ reached: false });
    expect(scene.cast.actors.find(({ kind }) => kind === 'target')).toMatchObject({ name: 'kv-shop', reached: false });
  });
});

describe('time', () => {
  const scene = playScene(flows.cached);

  it('passes as a step of its own', () => {
    expect(storiesOf(scene).slice(4)).toEqual(['time-passed', 'token-asked', 'token-handed']);
    expect(storyAt(scene, 5, 'time-passed')).toMatchObject({ from: scene.startsAt, to: scene.startsAt + 1800 });
  });

  it('shortens the life of the same token', () => {
    const tokens = scene.steps.flatMap((step) => (step.kind === 'message' && step.token !== null ? [step.token] : []));
    expect(new Set(tokens.map(({ id }) => id)).size).toBe(1);
    expect(tokens.map(({ secondsLeft }) => secondsLeft)).toEqual([86_400, 86_400, 84_600]);
    expect(storyAt(scene, 7, 'token-handed')).toMatchObject({ fromCache: true, secondsLeft: 84_600 });
  });
});

describe('an identity that was turned off', () => {
  const scene = playScene(flows.identityOff);

  it('leaves a token in hand, a deleted principal and an orphaned assignment', () => {
    expect(scene.heldBefore.map(({ actor }) => actor)).toEqual(['host1/application']);
    expect(scene.cast.hosts[0]).toMatchObject({ systemAssigned: false });
    expect(scene.cast.principals).toMatchObject([{ name: 'vm-web', of: 'system' }]);
    expect(scene.cast.principals[0]?.purgeAt).toBe(scene.startsAt + 30 * 86_400);
    expect(scene.cast.roles).toMatchObject([{ state: 'orphaned' }]);
  });

  it('still opens the vault, and gets no new token', () => {
    expect(storyAt(scene, 2, 'call-answered').speaker).toEqual({ name: 'vm-web', of: 'system', gone: true });
    expect(storyAt(scene, 4, 'token-refused').refusal).toBe('no-identity');
  });
});
