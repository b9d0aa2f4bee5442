// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/DiffieHellman.h"

#include "rfb/BigNumber.h"
#include "rfb/RandomBytes.h"

namespace portlight::rfb {

namespace {

using Workspace = OpenSslPointer<BN_CTX, BN_CTX_free>;

/// base ^ exponent mod modulus, as long as the modulus' bytes.
QByteArray power(const BIGNUM *base, const BIGNUM *exponent, const BIGNUM *modulus, qsizetype size)
{
    const Workspace workspace(BN_CTX_new());
    const BigNumber result(BN_new());
    if (BN_mod_exp_mont_consttime(result.get(), base, exponent, modulus, workspace.get(), nullptr) != 1)
        return {};
    return numberBytes(result.get(), size);
}

/// Between 1 and modulus - 1, without the two.
bool isInside(const BIGNUM *number, const BIGNUM *modulus)
{
    const BigNumber last(BN_dup(modulus));
    BN_sub_word(last.get(), 1);
    return BN_cmp(number, BN_value_one()) > 0 && BN_cmp(number, last.get()) < 0;
}

} // namespace

std::optional<DiffieHellman> DiffieHellman::answer(QByteArrayView generator, QByteArrayView prime,
                                                   QByteArrayView serverValue)
{
    const BigNumber g = bigNumber(generator);
    const BigNumber p = bigNumber(prime);
    const BigNumber server = bigNumber(serverValue);
    if (!BN_is_odd(p.get()) || BN_num_bits(p.get()) < 3 || !isInside(g.get(), p.get()) ||
        !isInside(server.get(), p.get()))
        return std::nullopt;
    const BigNumber own = bigNumber(randomBytes(prime.size()));
    DiffieHellman result;
    result.publicValue = power(g.get(), own.get(), p.get(), prime.size());
    result.secret = power(server.get(), own.get(), p.get(), prime.size());
    if (result.publicValue.isEmpty() || result.secret.isEmpty())
        return std::nullopt;
    return result;
}

} // namespace portlight::rfb
