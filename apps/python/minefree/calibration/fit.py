"""Sampling the posterior: NUTS, four chains, the same draws for the same seed."""

import os
from dataclasses import dataclass

CHAINS = 4
# Before JAX starts: a device a chain, and no threads inside a chain, whose sums could change order.
os.environ.setdefault("XLA_FLAGS", " ".join([
    f"--xla_force_host_platform_device_count={CHAINS}", "--xla_cpu_multi_thread_eigen=false"]))
os.environ.setdefault("JAX_PLATFORMS", "cpu")

import jax  # noqa: E402
import numpy as np  # noqa: E402
import numpyro  # noqa: E402
from numpyro.infer import MCMC, NUTS, init_to_uniform  # noqa: E402

jax.config.update("jax_enable_x64", True)

from minefree.calibration.likelihood import Model  # noqa: E402


@dataclass(frozen=True)
class Settings:
    """Draws are per chain."""

    warmup: int = 1000
    draws: int = 1000
    target_accept: float = 0.95
    seed: int = 2024
    chains: int = CHAINS
    chain_method: str = "parallel"


@dataclass
class Fit:
    """`normals`: what was sampled, by site (chains, draws, ...); `values`: the same in the units of the
    parameter table, by name."""

    model: Model
    normals: dict[str, np.ndarray]
    values: dict[str, np.ndarray]
    divergences: int
    steps: float  # mean number of leapfrog steps a draw


def fit(model: Model, settings: Settings, progress: bool = False) -> Fit:
    kernel = NUTS(model, target_accept_prob=settings.target_accept,
                  init_strategy=init_to_uniform(radius=1.0))
    mcmc = MCMC(kernel, num_warmup=settings.warmup, num_samples=settings.draws,
                num_chains=settings.chains, chain_method=settings.chain_method, progress_bar=progress)
    mcmc.run(jax.random.PRNGKey(settings.seed), extra_fields=("diverging", "num_steps"))
    normals = {k: np.asarray(v) for k, v in mcmc.get_samples(group_by_chain=True).items()}
    extra = mcmc.get_extra_fields(group_by_chain=True)
    return Fit(model, normals, values_of(model, normals), int(np.sum(extra["diverging"])),
               float(np.mean(extra["num_steps"])))


def values_of_sites(model: Model, sites: dict) -> dict:
    """One draw of the sampled normals in the units of the parameter table."""
    with numpyro.handlers.block(), numpyro.handlers.substitute(data=sites):
        return model.sample()


def values_of(model: Model, normals: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The same for all draws, (chains, draws, ...)."""
    values = jax.jit(jax.vmap(jax.vmap(lambda sites: values_of_sites(model, sites))))(normals)
    return {k: np.asarray(v) for k, v in values.items()}
