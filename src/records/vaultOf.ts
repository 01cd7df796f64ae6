import type { Payload } from 'payload'
import { createVault, type Vault } from '../governance/vault'

const vaults = new WeakMap<object, Vault>()

/** The vault of this installation, by the secret that its sessions are signed with. */
export function vaultOf({ config }: Pick<Payload, 'config'>): Vault {
  const vault = vaults.get(config) ?? createVault(config.secret)
  vaults.set(config, vault)
  return vault
}
