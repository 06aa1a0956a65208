// Where a network volume is mounted. Source: docs.runpod.io/storage/network-volumes (2026-08-20).

export const NETWORK_VOLUMES = 'https://docs.runpod.io/storage/network-volumes';

export const SERVERLESS_VOLUME = '/runpod-volume';
export const POD_VOLUME = '/workspace';
