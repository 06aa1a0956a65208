// Versions of Python packages as the model asks about them. What a version is stands in syntax/versions.ts.

export { allows, isVersion, newestAllowed } from '../syntax/versions';
