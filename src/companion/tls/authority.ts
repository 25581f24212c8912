import { nameConstraints, nameConstraintsId } from './name-constraints.ts';
import { loadX509 } from './load-x509.ts';
import { dnsNames, ipAddresses, permittedNames } from './names.ts';

/** What `https.createServer` and `tls.createSecureContext` take, as PEM. */
export interface Leaf {
  readonly key: string;
  readonly cert: string;
}

export interface Authority {
  /** The certificate that clients have to trust, as PEM. */
  readonly caPem: string;
  /** One certificate for every name that the companion answers under. */
  readonly leaf: Leaf;
}

const day = 24 * 60 * 60 * 1000;
const organization = { O: ['Managed Identity Lab'] };
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const signingAlgorithm = { name: 'ECDSA', hash: 'SHA-256' };

/**
 * A certificate authority for one run of the companion. Its own key is forgotten as soon as the leaf is signed, cannot be
 * exported before, and the names that it may vouch for are constrained: who trusts it trusts it for the simulated hosts.
 */
export async function createAuthority(now: Date): Promise<Authority> {
  const x509 = await loadX509();
  const { subtle } = crypto;
  const caKeys = await subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const leafKeys = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  // A day of grace: clocks of containers and virtual machines lag behind.
  const validity = { notBefore: new Date(now.getTime() - day), notAfter: new Date(now.getTime() + 30 * day) };
  const issuer = [{ CN: ['Managed Identity Lab companion CA'] }, organization];
  const common = { ...validity, issuer, signingKey: caKeys.privateKey, signingAlgorithm };
  const ca = await x509.X509CertificateGenerator.create(
    {
      ...common,
      subject: issuer,
      publicKey: caKeys.publicKey,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
        new x509.Extension(nameConstraintsId, true, permitted()),
        await x509.SubjectKeyIdentifierExtension.create(caKeys.publicKey, false, crypto),
      ],
    },
    crypto,
  );
  const leaf = await x509.X509CertificateGenerator.create(
    {
      ...common,
      subject: [{ CN: ['Managed Identity Lab companion'] }, organization],
      publicKey: leafKeys.publicKey,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension([
          ...dnsNames.map((value) => ({ type: 'dns', value }) as const),
          ...ipAddresses.map((value) => ({ type: 'ip', value }) as const),
        ]),
        await x509.AuthorityKeyIdentifierExtension.create(caKeys.publicKey, false, crypto),
        await x509.SubjectKeyIdentifierExtension.create(leafKeys.publicKey, false, crypto),
      ],
    },
    crypto,
  );
  const key = x509.PemConverter.encode(await subtle.exportKey('pkcs8', leafKeys.privateKey), 'PRIVATE KEY');
  return { caPem: ca.toString('pem'), leaf: { key, cert: leaf.toString('pem') } };
}

/** The loopback addresses as the bytes 127.0.0.1 and ::1. */
function permitted(): Uint8Array<ArrayBuffer> {
  const ipv4 = Uint8Array.of(127, 0, 0, 1);
  const ipv6 = new Uint8Array(16).with(15, 1);
  return nameConstraints({ domains: permittedNames, addresses: [ipv4, ipv6] });
}
