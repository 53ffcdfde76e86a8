import { BlockList, isIP } from "node:net";

const LOOPBACK = networks(["127.0.0.0/8", "::1"]);

/** Whether a host, or the folder of a socket, is certainly on this machine. */
export function isThisMachine(host: string): boolean {
  return host.startsWith("/") || host === "localhost" || isIn(LOOPBACK, host.replace(/^\[(.+)\]$/, "$1"));
}

/** Addresses and networks such as 10.0.0.0/8; a RangeError names what is neither. */
export function networks(listed: readonly string[]): BlockList {
  const list = new BlockList();
  for (const each of listed) {
    const [address = "", bits, ...more] = each.split("/");
    const family = isIP(address);
    const widest = family === 4 ? 32 : 128;
    const prefix = bits === undefined ? widest : Number(bits);
    if (family === 0 || more.length > 0 || !/^[0-9]{1,3}$/.test(bits ?? "0") || prefix > widest) {
      throw new RangeError(`${JSON.stringify(each)} is neither an address nor a network`);
    }
    list.addSubnet(address, prefix, family === 4 ? "ipv4" : "ipv6");
  }
  return list;
}

export function isIn(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 4 ? "ipv4" : "ipv6");
}

/**
 * Who asks: the other end of the connection, or, where that is a proxy of ours, whom it says it speaks for. Of several
 * proxies each has added whom it heard; what stands before the first stranger was written by that stranger.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | undefined, proxies: BlockList): string {
  let address = plain(peer ?? "");
  for (const hop of (forwardedFor ?? "").split(",").reverse()) {
    if (!isIn(proxies, address) || isIP(plain(hop.trim())) === 0) break;
    address = plain(hop.trim());
  }
  return address;
}

/** An IPv4 address that comes over IPv6 is the same address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=[0-9.]+$)/i, "");
}
