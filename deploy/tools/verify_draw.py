#!/usr/bin/env python3
"""Draws the winners of a Hearth draw again, from its published proof alone. Needs nothing but Python 3.8.

    verify_draw.py [options] proof.json        (or - for standard input)

    --commitment HEX      the commitment that was published when the draw opened, as you noted it then
    --root HEX            the root that was published when the draw closed, as you noted it then
    --receipt FILE        the receipt of an entry, as its member got it: is it in the list, at its place?

Exit status: 0 the proof holds, 1 it does not, 2 it cannot be read. Without --commitment the proof is shown to fit
together; that it is the one that was promised is shown by comparing with what was published before.

The algorithm hearth/draw/v1. H is SHA-256, M is HMAC-SHA-256, F(a, b, ...) writes texts one after the other, each in
UTF-8 after its length as four bytes, the highest first; digests are lower-case hexadecimal where they are texts.

  commitment = H(seed, 32 bytes)                   termsHash = H(terms, in UTF-8)
  entrant    = H(F("hearth/entrant/v1", community, draw, member, nonce))
  head       = H(F("hearth/entries/v1", community, draw, lane)), then for each entrant H(head + entrant), as bytes
  root       = H(F("hearth/lists/v1", entries of lane 0, head of lane 0, entries of lane 1, ...))
  key        = M(seed, F("hearth/draw/v1", community, draw, termsHash, root, beacon))
               (instant draws: root and beacon empty; no beacon: empty)
  words      = M(key, 0), M(key, 1), ... with eight-byte counters; each gives four words of eight bytes, highest first
  below(n)   = the next word modulo n; words at or above the last whole multiple of n below 2^64 are passed over
  branch(i)  = the same with the key M(key, F("branch", i))

At closing: all lanes one after the other; the i-th drawn, from 0, is in place i + below(n - i) and changes places with
that in place i. Who has won winsPerMember times is passed over. Prizes go out in the order of the terms.
Instant: entry i meets the prize in whose range branch(i).below(1000000) falls; ranges are the odds in the order of the
terms. It wins if one is left and its member has not won winsPerMember times. Nothing is entered once all are gone.
"""

import argparse
import hashlib
import hmac
import json
import sys

ALGORITHM = "hearth/draw/v1"
MILLION = 1_000_000


class Forged(Exception):
    """What does not hold."""


def fields(*texts):
    encoded = [text.encode("utf-8") for text in texts]
    return b"".join(len(text).to_bytes(4, "big") + text for text in encoded)


def sha256(data):
    return hashlib.sha256(data).digest()


def mac(key, data):
    return hmac.new(key, data, hashlib.sha256).digest()


class Chance:
    def __init__(self, key):
        self.key = key
        self.words = self._words()

    def _words(self):
        counter = 0
        while True:
            digest = mac(self.key, counter.to_bytes(8, "big"))
            for start in range(0, 32, 8):
                yield int.from_bytes(digest[start : start + 8], "big")
            counter += 1

    def below(self, bound):
        limit = 2**64 - 2**64 % bound
        return next(word for word in self.words if word < limit) % bound

    def branch(self, number):
        return Chance(mac(self.key, fields("branch", str(number))))


def require(holds, what):
    if not holds:
        raise Forged(what)


def head(proof, number, entrants):
    link = sha256(fields("hearth/entries/v1", proof["community"], proof["draw"], str(number)))
    for entrant in entrants:
        link = sha256(link + bytes.fromhex(entrant))
    return link.hex()


def check_lists(proof):
    """The lists are those that their heads and the root stand for."""
    texts = ["hearth/lists/v1"]
    for number, lane in enumerate(proof["lanes"]):
        require(
            head(proof, number, lane["entrants"]) == lane["head"],
            "the entries of lane %d are not those that its head stands for" % number,
        )
        texts += [str(len(lane["entrants"])), lane["head"]]
    root = sha256(fields(*texts)).hex()
    require(proof.get("root", root) == root, "the root does not stand for these lists")
    return root


def at_closing(chance, terms, lanes):
    prizes = [prize["prize"] for prize in terms["prizes"] for _ in range(prize["quantity"])]
    places = [(lane, i + 1, entrant) for lane, each in enumerate(lanes) for i, entrant in enumerate(each["entrants"])]
    won, winners = {}, []
    for i in range(len(places)):
        if len(winners) == len(prizes):
            break
        place = i + chance.below(len(places) - i)
        places[i], places[place] = places[place], places[i]
        lane, number, entrant = places[i]
        if won.get(entrant, 0) < terms["winsPerMember"]:
            won[entrant] = won.get(entrant, 0) + 1
            winners.append((lane, number, entrant, prizes[len(winners)]))
    return winners


def instant(chance, terms, lanes):
    stock = [prize["quantity"] for prize in terms["prizes"]]
    won, winners = {}, []
    for number, entrant in enumerate(lanes[0]["entrants"], 1):
        require(sum(stock) > 0, "entry %d was taken when every prize was gone" % number)
        left = chance.branch(number).below(MILLION)
        for place, prize in enumerate(terms["prizes"]):
            left -= prize["odds"]
            if left < 0:
                if stock[place] > 0 and won.get(entrant, 0) < terms["winsPerMember"]:
                    stock[place] -= 1
                    won[entrant] = won.get(entrant, 0) + 1
                    winners.append((0, number, entrant, prize["prize"]))
                break
    return winners


def winners_of(proof, terms, root):
    seed = bytes.fromhex(proof["seed"])
    is_instant = terms["mode"] == "INSTANT"
    key = mac(
        seed,
        fields(
            ALGORITHM,
            proof["community"],
            proof["draw"],
            proof["termsHash"],
            "" if is_instant else root,
            proof.get("beacon") or "",
        ),
    )
    return (instant if is_instant else at_closing)(Chance(key), terms, proof["lanes"])


def check_receipt(proof, receipt):
    lane = proof["lanes"][receipt["lane"]]["entrants"]
    require(len(lane) >= receipt["number"], "the receipt's entry is not in the list")
    require(lane[receipt["number"] - 1] == receipt["entrant"], "another entry stands at the receipt's place")
    require(
        head(proof, receipt["lane"], lane[: receipt["number"]]) == receipt["head"],
        "entries before the receipt's were added, removed or moved",
    )
    entrant = sha256(
        fields("hearth/entrant/v1", proof["community"], proof["draw"], receipt["memberId"], receipt["nonce"])
    ).hex()
    require(entrant == receipt["entrant"], "the receipt's entrant is not its member")


def check(proof, commitment=None, root=None, receipt=None):
    """Fails with Forged; answers what was found."""
    proof = {name: value for name, value in proof.items() if value is not None}
    require(proof["algorithm"] == ALGORITHM, "the algorithm is not " + ALGORITHM)
    require(commitment in (None, proof["commitment"]), "the commitment is not the one that was published")
    require(sha256(proof["terms"].encode("utf-8")).hex() == proof["termsHash"], "the terms are not those of termsHash")
    terms = json.loads(proof["terms"])
    listed = check_lists(proof)
    require(root in (None, listed), "the root is not the one that was published")
    require(len(proof["lanes"]) == 1 or terms["mode"] != "INSTANT", "an instant draw has one list")
    if receipt is not None:
        check_receipt(proof, receipt)
    entries = sum(len(lane["entrants"]) for lane in proof["lanes"])
    if "seed" not in proof:
        require(proof["status"] in ("OPEN", "CLOSED"), "the seed is not revealed")
        return "%d entries fit their lists; the seed is not revealed yet" % entries
    require(sha256(bytes.fromhex(proof["seed"])).hex() == proof["commitment"], "the seed is not the one committed to")
    if proof["status"] == "CANCELLED" and terms.get("beacon") and "beacon" not in proof:
        require(not proof["winners"], "a cancelled draw has no winners")
        return "cancelled with %d entries, without its beacon: nobody knows who would have won" % entries
    drawn = winners_of(proof, terms, listed)
    given = [(each["lane"], each["number"], each["entrant"], each["prize"]) for each in proof["winners"]]
    if proof["status"] == "CANCELLED" and terms["mode"] != "INSTANT":
        require(not given, "a cancelled draw has no winners")
        return "cancelled with %d entries; these would have won: %s" % (entries, drawn)
    require(bool(terms.get("beacon")) == ("beacon" in proof), "there is a beacon, or none, against the terms")
    require(given == drawn, "the winners are not those that follow: %s" % drawn)
    return "%d winners of %d entries are those that follow" % (len(drawn), entries)


def main():
    parser = argparse.ArgumentParser(description="Draws the winners of a Hearth draw again.")
    parser.add_argument("proof")
    parser.add_argument("--commitment")
    parser.add_argument("--root")
    parser.add_argument("--receipt")
    asked = parser.parse_args()
    try:
        with sys.stdin if asked.proof == "-" else open(asked.proof, encoding="utf-8") as file:
            proof = json.load(file)
        receipt = None
        if asked.receipt:
            with open(asked.receipt, encoding="utf-8") as file:
                receipt = json.load(file)
        found = check(proof, asked.commitment, asked.root, receipt)
    except Forged as forged:
        print("FORGED: %s" % forged)
        return 1
    except (OSError, ValueError, KeyError, IndexError, TypeError) as fault:
        print("UNREADABLE: %r" % fault)
        return 2
    print("HOLDS: %s" % found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
