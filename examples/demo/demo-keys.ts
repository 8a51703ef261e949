/** The key pair that the demo's signer and its stand-in for Zoom agree on. It gives no access to anything. */
export const demoKeys = { sdkKey: 'demo-sdk-key', sdkSecret: 'demo-sdk-secret-of-at-least-32-bytes' };
