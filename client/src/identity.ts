// Names that must be the same wherever they are used: in the manifest, the panel's serializer and the language client.

export const CLIENT_ID = 'runpodCompliance';
export const CLIENT_NAME = 'RunPod Compliance';
export const PANEL_TYPE = 'runpodCompliance.panel';
